import type { reviews } from '@/db/schema/reviews'
import { refuse } from '@/lib/errors'

/** Refuses with `review.stale` when the stored sheet is not the one the writer started from. */
export function requireFresh(stored: typeof reviews.$inferSelect, version: number): void {
  if (stored.version !== version)
    throw refuse('review.stale', { version: stored.version, at: stored.updatedAt.toISOString() })
}
