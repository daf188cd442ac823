import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { assignments, reviews } from '@/db/schema/reviews'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { Id } from './input'
import { lockApplication, requireUnderReview } from './lock-application'

/**
 * Takes a plan back from a reviewer. A submitted review stays: nobody removes a judgement that does not suit them.
 * Refuses: thing.not-found, round.wrong-state, application.wrong-state, review.closed, review.submitted.
 */
export const unassignReviewer = operation('review.unassign', {
  input: z.strictObject({ applicationId: Id, reviewerId: Id }),
  async subject(tx, { applicationId, reviewerId }, actor) {
    const reviewed = await lockApplication(tx, applicationId, actor)
    const assignment = reviewed && (await readAssignment(tx, applicationId, reviewerId))
    return assignment && { ...reviewed, ...assignment }
  },
  check({ subject }) {
    requireUnderReview(subject)
    if (subject.review?.state === 'submitted') throw refuse('review.submitted')
  },
  async run({ tx, at, input: { applicationId, reviewerId }, subject: { assignment } }) {
    await tx.update(assignments).set({ removedAt: at }).where(eq(assignments.id, assignment.id))
    return {
      result: { assignmentId: assignment.id },
      audit: { object: applicationId, facts: { assignmentId: assignment.id, reviewerId } },
    }
  },
})

async function readAssignment(tx: Tx, applicationId: string, reviewerId: string) {
  const [row] = await tx
    .select({ assignment: assignments, review: reviews })
    .from(assignments)
    .leftJoin(reviews, eq(reviews.assignmentId, assignments.id))
    .where(
      and(
        eq(assignments.applicationId, applicationId),
        eq(assignments.reviewerId, reviewerId),
        isNull(assignments.removedAt),
      ),
    )
  return row
}
