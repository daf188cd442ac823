import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'

export type DueLot = { lotId: string; due: 'open' | 'close' | 'step' }

/**
 * Lots whose bidding is to open, to close, or whose clock is to go one step on by now, by the database's clock, the
 * longest due first. While the bid path gives no sign of life only openings are due (R7.9); while
 * sealed bids of its round wait to be opened, no close is (R8.3).
 */
export async function dueLots(db: Reader): Promise<DueLot[]> {
  const rows = await db.execute<DueLot>(sql`
    select l.id as "lotId", case when l.state = 'waiting' then 'open'
      when r.format = 'ascending-clock' then 'step' else 'close' end as due
    from lots l join rounds r on r.id = l.round_id
    where r.state = 'bidding'
      and ((l.state = 'waiting' and coalesce(l.opens_at, r.bidding_opens_at) <= clock_timestamp())
        or (l.state = 'open' and l.closes_at <= clock_timestamp() and not exists (
          select from bid_attempts a join lots o on o.id = a.lot_id left join opened_bids x on x.attempt_id = a.id
          where o.round_id = r.id and a.box is not null and x.attempt_id is null and not r.practice)
        and not exists (
          select from heartbeats h where h.name = 'bid-path' and clock_timestamp() - h.at
            > make_interval(secs => (r.settings -> 'outage' ->> 'gapSeconds')::float8))))
    order by coalesce(l.closes_at, l.opens_at, r.bidding_opens_at), l.label, l.id
    limit 1000`)
  return [...rows]
}
