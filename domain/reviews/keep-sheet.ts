import { desc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { keptSheets, type reviews } from '@/db/schema/reviews'
import { newId } from '@/lib/ids'
import { progressOf } from './rules'

/** A sheet that is saved as it is written would fill the table with every word. */
const LEAST_APART_MS = 60_000

/**
 * Keeps a sheet that is about to be written over: at most one a minute, so that of what was written at most a minute is
 * lost; `always` keeps it whatever was kept before. A sheet without anything on it is not kept.
 */
export async function keepSheet(
  tx: Tx,
  review: typeof reviews.$inferSelect,
  at: Date,
  { always = false } = {},
): Promise<void> {
  if (progressOf(review) === 'not-started') return
  const [last] = await tx
    .select({ keptAt: keptSheets.keptAt })
    .from(keptSheets)
    .where(eq(keptSheets.reviewId, review.id))
    .orderBy(desc(keptSheets.version))
    .limit(1)
  if (!always && last && at.getTime() - last.keptAt.getTime() < LEAST_APART_MS) return
  await tx
    .insert(keptSheets)
    .values({
      id: newId('kpt', at),
      reviewId: review.id,
      version: review.version,
      planVersionId: review.planVersionId,
      sheet: review.draft,
      savedAt: review.updatedAt,
      keptAt: at,
    })
    .onConflictDoNothing({ target: [keptSheets.reviewId, keptSheets.version] })
}
