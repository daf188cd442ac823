import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { keptSheets, reviews } from '@/db/schema/reviews'
import { operation } from '@/lib/operation'
import { Id } from './input'
import { keepSheet } from './keep-sheet'
import { lockOwnReview, requireWritable } from './lock-own-review'
import { requireFresh } from './require-fresh'
import { completeSheet } from './rules'

const Version = z.number().int().min(1)

/**
 * Takes a sheet up again as it stood at a version that was kept. It becomes a new version, and the one it takes the
 * place of is kept too. `version` is the stored sheet that the reviewer looked at.
 * Refuses: thing.not-found, round.wrong-state, application.wrong-state, review.closed, review.conflict-undeclared,
 * review.submitted, review.stale.
 */
export const restoreSheet = operation('review.restore-draft', {
  input: z.strictObject({ assignmentId: Id, version: Version, restore: Version }),
  async subject(tx, { assignmentId, restore }, actor) {
    const own = await lockOwnReview(tx, assignmentId, actor)
    if (!own?.review) return undefined
    const [kept] = await tx
      .select()
      .from(keptSheets)
      .where(and(eq(keptSheets.reviewId, own.review.id), eq(keptSheets.version, restore)))
    return kept && { ...own, kept }
  },
  check({ input, subject }) {
    requireFresh(requireWritable(subject, present(subject)), input.version)
  },
  async run({ tx, at, subject }) {
    const { planVersionId } = present(subject)
    const review = requireWritable(subject, present(subject))
    await keepSheet(tx, review, at, { always: true })
    const version = review.version + 1
    await tx
      .update(reviews)
      .set({
        draft: completeSheet(subject.round.settings.rubric, subject.kept.sheet),
        version,
        planVersionId,
        updatedAt: at,
      })
      .where(eq(reviews.id, review.id))
    const assignmentId = subject.assignment.id
    return {
      result: { assignmentId },
      audit: { object: assignmentId, facts: { version, restored: subject.kept.version } },
    }
  },
})

/** What is restored is read against the plan as it is now. */
function present({ application }: { application: { currentVersionId: string | null } }) {
  return { planVersionId: application.currentVersionId!, scores: [] }
}
