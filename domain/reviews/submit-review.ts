import { eq } from 'drizzle-orm'
import { reviewScores, reviews } from '@/db/schema/reviews'
import { refuse } from '@/lib/errors'
import { hashOf } from '@/lib/hash'
import { operation } from '@/lib/operation'
import { SheetInput } from './input'
import { keepSheet } from './keep-sheet'
import { lockOwnReview, requireWritable } from './lock-own-review'
import { requireFresh } from './require-fresh'
import { completeSheet, missingIn } from './rules'
import { settleCitations } from './settle-citations'

/**
 * Submits a review: every criterion with a value or “not applicable” and a reason, frozen, and pinned to the version of
 * the plan that was judged (R6.1, R6.4). What is submitted is what the form showed.
 * Refuses: what saving refuses, and review.incomplete with a sentence per field.
 */
export const submitReview = operation('review.submit', {
  input: SheetInput,
  subject: (tx, { assignmentId }, actor) => lockOwnReview(tx, assignmentId, actor),
  check({ input, subject }) {
    requireWritable(subject, input)
  },
  async run({ tx, at, input, subject }) {
    const review = requireWritable(subject, input)
    const { rubric } = subject.round.settings
    const sheet = await settleCitations(tx, input.planVersionId, completeSheet(rubric, input.scores))
    if (hashOf(sheet) !== hashOf(review.draft)) {
      requireFresh(review, input.version)
      await keepSheet(tx, review, at)
    }
    const missing = missingIn(rubric, sheet)
    if (Object.keys(missing).length > 0) throw refuse('review.incomplete', {}, missing)
    await tx
      .insert(reviewScores)
      .values(sheet.map((score) => ({ reviewId: review.id, ...score, reason: score.reason.trim() })))
    await tx
      .update(reviews)
      .set({
        state: 'submitted',
        draft: sheet,
        version: review.version + 1,
        planVersionId: input.planVersionId,
        updatedAt: at,
        submittedAt: at,
      })
      .where(eq(reviews.id, review.id))
    return {
      result: { assignmentId: subject.assignment.id },
      audit: {
        object: subject.application.id,
        facts: {
          assignmentId: subject.assignment.id,
          planVersionId: input.planVersionId,
          // The log is read by more people than may see the scores today (R6.4).
          sheetHash: hashOf(sheet),
        },
      },
    }
  },
})
