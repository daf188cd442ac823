import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { ownReview } from '@/domain/reviews/queries'

/** The assignment of the signed-in reviewer, once per request; 404 for foreign, conflicted and unknown ones alike. */
export const loadReview = cache(async (assignmentId: string) => {
  const person = await requirePerson()
  const review = await ownReview(person, { assignmentId })
  if (!review) notFound()
  return { person, review }
})
