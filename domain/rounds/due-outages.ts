import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'

/**
 * Rounds in which the outage rule may have to move a close (R7.9), by the database's clock: what the worker hands to
 * `makeUpOutage`, which weighs each lot again under its lock. Mirrors `weighOutage`; nothing while the outage lasts, and
 * nothing for a practice (R3.6) or once sealed bids were opened.
 */
export async function dueOutages(db: Reader): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    with rule as (
      select r.id, r.format, r.state_since,
        make_interval(secs => (r.settings -> 'outage' ->> 'gapSeconds')::float8) as gap,
        make_interval(mins => (r.settings -> 'outage' ->> 'withinMinutes')::int) as within,
        make_interval(mins => (r.settings -> 'outage' ->> 'extendMinutes')::int) as extend,
        case when r.format = 'ascending-clock'
          then make_interval(secs => round((r.settings -> 'clock' ->> 'roundMinutes')::float8 * 60)) end as stretch
      from rounds r where r.state = 'bidding' and not r.practice
        and not (r.format like 'sealed-%' and exists (select from lots o where o.round_id = r.id
          and o.state in ('closed', 'final') and o.outcome in ('sold', 'unsold')))),
    pulse as (
      select name, at, date_trunc('milliseconds', (details ->> 'from')::timestamptz) as since,
        date_trunc('milliseconds', (details ->> 'until')::timestamptz) as until
      from heartbeats where name in ('bid-path', 'schedule'))
    select distinct rule.id from rule join lots l on l.round_id = rule.id and l.state = 'open'
      left join pulse path on path.name = 'bid-path' left join pulse clock on clock.name = 'schedule'
    where (rule.format <> 'ascending-clock' or (l.auction -> 'round' ->> 'isOpen')::boolean)
      and (path.at is null or clock_timestamp() - path.at <= rule.gap)
      and ((l.closes_at < clock.until
          and clock.until - greatest(clock.since, l.closes_at, rule.state_since) > rule.gap)
        or (l.closes_at < path.until + rule.extend
          and least(path.until, l.closes_at) - greatest(
            path.since, l.closes_at - rule.within, l.opens_at, l.closes_at - rule.stretch) > rule.gap))
    order by rule.id`)
  return rows.map(({ id }) => id)
}
