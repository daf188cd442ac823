import { desc, eq } from 'drizzle-orm'
import { keptSheets } from '@/db/schema/reviews'
import { query } from '@/lib/query'
import { compareSheets } from './compare-sheets'
import { readOwn } from './queries'
import { isUnderReview } from './rules'

/** So many at once; the older ones are further pages. */
const PER_PAGE = 20

/**
 * The reviewer's own sheet as it stands and as it stood, newest first, each with what changed against the one before.
 */
export const sheetHistory = query('reviews.own', async ({ db, actor, input }) => {
  const { assignmentId, page } = input as { assignmentId: string; page: number }
  const [row] = await readOwn(db, actor, assignmentId)
  if (!row?.declared || !row.review) return undefined
  const { review, round, label } = row
  const kept = await db
    .select()
    .from(keptSheets)
    .where(eq(keptSheets.reviewId, review.id))
    .orderBy(desc(keptSheets.version))
  const { version, draft: sheet, updatedAt: savedAt } = review
  const all = [{ version, sheet, savedAt }, ...kept]
  const first = (page - 1) * PER_PAGE
  return {
    assignmentId,
    label,
    version,
    submitted: review.state === 'submitted',
    writable: review.state === 'draft' && isUnderReview(round.state),
    pages: Math.ceil(all.length / PER_PAGE),
    sheets: all.slice(first, first + PER_PAGE).map((one, index) => ({
      version: one.version,
      savedAt: one.savedAt,
      changes: compareSheets(round.settings.rubric, all[first + index + 1]?.sheet ?? [], one.sheet),
    })),
  }
})
