import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'

/** Rounds whose secret was rebuilt and of which bids are still to be opened, the longest waiting first. */
export async function dueOpenings(db: Reader): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select o.round_id as id from openings o join rounds r on r.id = o.round_id
    where o.unlocked_at is not null and o.finished_at is null and r.state = 'bidding'
    order by o.unlocked_at, o.round_id limit 100`)
  return rows.map(({ id }) => id)
}
