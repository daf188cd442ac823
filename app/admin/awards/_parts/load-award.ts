import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { awardToManage } from '@/domain/awards/officer-queries'

/** The award of this address for officers, finance and auditors; asked once for page and title together. */
export const loadManaged = cache(async (awardId: string) => {
  const person = await requirePerson()
  const award = await awardToManage(person, { awardId })
  if (!award) notFound()
  return { person, award }
})
