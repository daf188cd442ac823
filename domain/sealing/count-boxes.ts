import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'

/**
 * Sealed bids of a round that were accepted, and how many of them are still to be opened. A practice has none to wait
 * for: the portal holds its key.
 */
export async function countBoxes(db: Reader, roundId: string): Promise<{ all: number; unopened: number }> {
  const [row] = await db.execute<{ all: number; unopened: number }>(sql`
    select count(*)::int as "all", count(*) filter (where o.attempt_id is null and not l.practice)::int as unopened
    from bid_attempts a join lots l on l.id = a.lot_id left join opened_bids o on o.attempt_id = a.id
    where l.round_id = ${roundId} and a.box is not null`)
  return row ?? { all: 0, unopened: 0 }
}
