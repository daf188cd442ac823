import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { assignments, conflictDeclarations, reviews } from '@/db/schema/reviews'
import { mustCalibrate } from '@/domain/calibrations/read-calibration'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { Id } from './input'
import { requireUnderReview } from './lock-application'
import { lockOwnReview, type OwnReview } from './lock-own-review'

/**
 * The reviewer's answer at the gate (R6.2): none opens the plan, pinned to its present version; declared, with its
 * nature, ends the assignment and hides everything. A conflict that shows later can be declared later, until the panel
 * has decided; the scores then count for nothing.
 * Refuses: thing.not-found, round.wrong-state, application.wrong-state, review.closed, input.invalid, and
 * calibration.missing where the round asks for one before the first plan.
 */
export const declareConflict = operation('review.declare-conflict', {
  input: z.strictObject({
    assignmentId: Id,
    state: z.enum(['none', 'declared'], 'Say whether you have a conflict of interest.'),
    nature: z.string().trim().max(1000, 'Keep it to 1,000 characters.'),
  }),
  subject: (tx, { assignmentId }, actor) => lockOwnReview(tx, assignmentId, actor),
  async check({ tx, input, subject }) {
    requireUnderReview(subject)
    if (input.state === 'declared' && input.nature.length < 5)
      throw refuse('input.invalid', {}, { nature: 'Say what your conflict of interest is.' })
    const { round, assignment } = subject
    if (input.state === 'none' && (await mustCalibrate(tx, round, assignment.reviewerId)))
      throw refuse('calibration.missing')
  },
  async run({ tx, at, input, subject }) {
    const declared = input.state === 'declared'
    const { assignment, application } = subject
    const answer = { state: input.state, nature: declared ? input.nature : '', declaredAt: at }
    await tx
      .insert(conflictDeclarations)
      .values({ reviewerId: assignment.reviewerId, applicationId: application.id, ...answer })
      .onConflictDoUpdate({
        target: [conflictDeclarations.reviewerId, conflictDeclarations.applicationId],
        set: answer,
      })
    if (declared) await tx.update(assignments).set({ removedAt: at }).where(eq(assignments.id, assignment.id))
    else if (!subject.review) await openReview(tx, subject, at)
    return {
      result: { assignmentId: assignment.id, state: input.state },
      audit: { object: application.id, facts: { assignmentId: assignment.id, state: input.state } },
    }
  },
})

async function openReview(tx: Tx, { assignment, application }: OwnReview, at: Date): Promise<void> {
  await tx.insert(reviews).values({
    id: newId('rev', at),
    assignmentId: assignment.id,
    planVersionId: application.currentVersionId!,
    updatedAt: at,
  })
}
