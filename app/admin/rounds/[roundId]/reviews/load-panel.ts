import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { panelOfRound } from '@/domain/reviews/panel-queries'

/** The panel's view of a round for the signed-in person, once per request. */
export const loadPanel = cache(async (roundId: string) => {
  const person = await requirePerson()
  const panel = await panelOfRound(person, { roundId })
  if (!panel) notFound()
  return { person, ...panel }
})
