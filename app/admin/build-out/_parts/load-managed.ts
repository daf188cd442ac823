import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { managedBuildOut } from '@/domain/commitments/queries'
import { may } from '@/lib/access/policy'

/** The build-out of this address for the programme; an auditor reads it and changes nothing. */
export const loadManaged = cache(async (awardId: string) => {
  const person = await requirePerson()
  const found = await managedBuildOut(person, { awardId })
  if (!found) notFound()
  return { ...found, person, mayDecide: may(person, 'commitment.decide') === 'yes' }
})
