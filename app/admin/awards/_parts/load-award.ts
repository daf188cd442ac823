import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { awardToManage } from '@/domain/awards/officer-queries'
import { may } from '@/lib/access/policy'

/** The award of this address for officers, finance and auditors; asked once for page and title together. */
export const loadManaged = cache(async (awardId: string) => {
  const person = await requirePerson()
  const award = await awardToManage(person, { awardId })
  if (!award) notFound()
  return { person, award }
})

/** The same where it waits for its winner and the viewer may give more time: title and page are there for nobody else. */
export async function loadExtendable(awardId: string) {
  const found = await loadManaged(awardId)
  const waits = found.award.state === 'offered' || found.award.state === 'accepted'
  if (!waits || may(found.person, 'award.extend') !== 'yes') notFound()
  return found
}

/** The same where a next in order is due and the viewer may ask for the offer. */
export async function loadWithNext(awardId: string) {
  const { person, award } = await loadManaged(awardId)
  if (!award.next || may(person, 'award.offer-next') !== 'yes') notFound()
  return { award, next: award.next }
}
