import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { ownAward } from '@/domain/awards/queries'

/** The award of this address for the signed-in person; asked once for page and title together. */
export const loadAward = cache(async (awardId: string) => {
  const person = await requirePerson()
  const award = await ownAward(person, { awardId })
  if (!award) notFound()
  return { person, award }
})
