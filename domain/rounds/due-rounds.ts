import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { PROOFS_NEEDED } from '@/sealing/thresholds'

/** Whether a request for reconsideration of the round is still to be decided (R6.7). */
const isAwaited = sql`exists (select from reconsiderations c join applications a on a.id = c.application_id
  where a.round_id = r.id and c.decided_at is null)`

/** Whether a sealed round still lacks a key that four custodians have proven (R8.2). */
const lacksKey = sql`(r.format like 'sealed-%' and not r.practice and not exists (
  select from round_keys k join share_proofs p on p.key_id = k.id where k.round_id = r.id
  group by k.id having count(distinct p.user_id) >= ${PROOFS_NEEDED}))`

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
      or (r.state = 'qualified' and r.bidding_opens_at <= clock_timestamp() and not ${isAwaited}
        and not ${lacksKey})
      or (r.state = 'bidding' and not exists (
        select from lots l where l.round_id = r.id and l.state in ('waiting', 'open')))
    order by r.state_since, r.id`)
  return rows.map((row) => row.id)
}

/** Rounds whose bidding should open and may not yet, by the database's clock: for `postponeBidding`. */
export async function dueToPostpone(db: Reader): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select r.id from rounds r
    where r.state = 'qualified' and not r.practice and r.bidding_opens_at <= clock_timestamp()
      and (${isAwaited} or ${lacksKey})
    order by r.id`)
  return rows.map((row) => row.id)
}
