import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/db/schema/people'
import { assignments } from '@/db/schema/reviews'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { Id } from './input'
import { declinedLetters } from './letters'
import { requireUnderReview } from './lock-application'
import { lockOwnReview } from './lock-own-review'
import { readChairs } from './read-chairs'

/**
 * A reviewer gives a plan back, with the reason: it closes to them, the chair is told, and the next computed assignment
 * gives it to somebody else (R6.3). What they wrote is kept and counts for nothing. A submitted review stays.
 * Refuses: thing.not-found, round.wrong-state, application.wrong-state, review.closed, review.submitted.
 */
export const declineAssignment = operation('review.decline', {
  input: z.strictObject({
    assignmentId: Id,
    reason: z
      .string({ error: 'Say why you give the plan back.' })
      .trim()
      .min(5, 'Say why you give the plan back.')
      .max(1000, 'Keep it to 1,000 characters.'),
  }),
  subject: (tx, { assignmentId }, actor) => lockOwnReview(tx, assignmentId, actor),
  check({ subject }) {
    requireUnderReview(subject)
    if (subject.review?.state === 'submitted') throw refuse('review.submitted')
  },
  async run({ tx, at, input: { reason }, subject: { assignment, application, label, round } }) {
    await tx
      .update(assignments)
      .set({ removedAt: at, declinedReason: reason })
      .where(eq(assignments.id, assignment.id))
    const [reviewer] = await tx.select().from(users).where(eq(users.id, assignment.reviewerId))
    const about = { id: assignment.id, reviewer: reviewer!.name, reason, label, round }
    return {
      result: { assignmentId: assignment.id },
      audit: { object: application.id, facts: { assignmentId: assignment.id } },
      letters: declinedLetters(await readChairs(tx, application.id), about),
    }
  },
})
