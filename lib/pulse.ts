import type { Sql } from '@/db/client'

/**
 * Two things must go on all the time while anyone bids (R7.9): the way that bids take, a web process that runs and a
 * database that it can write to; and the schedule, which opens and closes. Each leaves its pulse in one row, whichever
 * process gives it, by the database's clock.
 */
export type PulseName = 'bid-path' | 'schedule'

export type Pulse = {
  beatAt: Date
  /** The last time that it stopped for longer than several beats: the measurement that the outage rule goes by. */
  gap: { from: Date; until: Date } | null
}

/** Several beats missed. What it comes to is each round's setting. */
const WORTH_KEEPING_S = 10

/** One beat. The first one after a pause writes down from when to when there was none. */
export async function beat(sql: Sql, name: PulseName): Promise<void> {
  await sql`
    insert into heartbeats as h (name, at, details) values (${name}, clock_timestamp(), '{}'::jsonb)
    on conflict (name) do update set at = clock_timestamp(),
      details = case when clock_timestamp() - h.at > make_interval(secs => ${WORTH_KEEPING_S}::int)
        then jsonb_build_object('from', h.at, 'until', clock_timestamp()) else h.details end`
}

/** The last beat and the last gap; undefined while there has never been one. */
export async function readPulse(sql: Sql, name: PulseName): Promise<Pulse | undefined> {
  const [row] = await sql<{ at: string; from: string | null; until: string | null }[]>`
    select at, details ->> 'from' as "from", details ->> 'until' as until from heartbeats where name = ${name}`
  if (!row) return undefined
  const gap = row.from && row.until ? { from: new Date(row.from), until: new Date(row.until) } : null
  return { beatAt: new Date(row.at), gap }
}
