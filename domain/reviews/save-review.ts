import { eq } from 'drizzle-orm'
import { reviews } from '@/db/schema/reviews'
import { hashOf } from '@/lib/hash'
import { operation } from '@/lib/operation'
import { SheetInput } from './input'
import { keepSheet } from './keep-sheet'
import { lockOwnReview, requireWritable } from './lock-own-review'
import { requireFresh } from './require-fresh'
import { completeSheet } from './rules'
import { settleCitations } from './settle-citations'

export type SavedReview = { version: number; savedAt: string }

/**
 * Saves a sheet as it stands, complete or not. When another one was saved since `version`, it is refused and both are
 * kept: the stored one here, the writer's on the screen.
 * Refuses: thing.not-found, round.wrong-state, application.wrong-state, review.closed, review.conflict-undeclared,
 * review.submitted, review.plan-changed, review.stale, review.citation-not-found, input.invalid.
 */
export const saveReview = operation('review.save-draft', {
  input: SheetInput,
  subject: (tx, { assignmentId }, actor) => lockOwnReview(tx, assignmentId, actor),
  check({ input, subject }) {
    requireWritable(subject, input)
  },
  async run({ tx, at, input, subject }) {
    const review = requireWritable(subject, input)
    const draft = await settleCitations(
      tx,
      input.planVersionId,
      completeSheet(subject.round.settings.rubric, input.scores),
    )
    const unchanged = hashOf(draft) === hashOf(review.draft)
    if (!unchanged) {
      requireFresh(review, input.version)
      await keepSheet(tx, review, at)
    }
    const version = review.version + (unchanged ? 0 : 1)
    await tx
      .update(reviews)
      .set({ draft, version, planVersionId: input.planVersionId, updatedAt: at })
      .where(eq(reviews.id, review.id))
    const result: SavedReview = { version, savedAt: at.toISOString() }
    return { result, audit: { object: subject.assignment.id, facts: { version } } }
  },
})
