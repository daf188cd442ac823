import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'

/**
 * Rounds for which some transition is due by the database's clock, the longest waiting first: what the worker hands to
 * `advanceRound`, which asks again under the round's lock. Mirrors `dueTransition`.
 */
export async function dueRounds(db: Reader): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select r.id from rounds r
    where (r.state = 'approved' and r.applications_open_at <= clock_timestamp())
      or (r.state = 'applications' and r.applications_close_at <= clock_timestamp())
      or (r.state = 'review' and r.decisions_released_at is not null)
      or (r.state = 'qualified' and r.bidding_opens_at <= clock_timestamp())
      or (r.state = 'bidding' and not exists (
        select from lots l where l.round_id = r.id and l.state in ('waiting', 'open')))
    order by r.state_since, r.id`)
  return rows.map((row) => row.id)
}
