import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'

export type DueLot = { lotId: string; due: 'open' | 'close' }

/** Lots whose bidding is to open or to close by now, by the database's clock, the longest due first. */
export async function dueLots(db: Reader): Promise<DueLot[]> {
  const rows = await db.execute<DueLot>(sql`
    select l.id as "lotId", case when l.state = 'waiting' then 'open' else 'close' end as due
    from lots l join rounds r on r.id = l.round_id
    where r.state = 'bidding' and r.format = 'open-ascending'
      and ((l.state = 'waiting' and coalesce(l.opens_at, r.bidding_opens_at) <= clock_timestamp())
        or (l.state = 'open' and l.closes_at <= clock_timestamp()))
    order by coalesce(l.closes_at, l.opens_at, r.bidding_opens_at), l.id
    limit 1000`)
  return [...rows]
}
