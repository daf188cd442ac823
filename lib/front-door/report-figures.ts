import { randomBytes } from 'node:crypto'
import { pool } from '@/db/client'
import { processNow } from '@/lib/clock'
import { log } from '@/lib/log'
import { clockOffset, decisionP95, noteClockOffset } from './figures'
import { openStreams } from './handle-stream'

const EVERY_MS = 5000

export type WebFigures = {
  streams: number
  /** Bidders with an open room at this process. */
  bidders: string[]
  decisionP95Ms: number | null
  clockSkewMs: number
}

/**
 * Every few seconds: measures how far the database's clock is ahead, and leaves what this process knows of itself beside
 * its heartbeat, `web:<name>`, for the control room to add up.
 */
export function reportFigures(): { stop: () => void } {
  const name = `web:${randomBytes(6).toString('hex')}`
  const report = async () => {
    try {
      await measureClock()
      const { count, topics } = openStreams()
      const bidders = [...topics]
        .filter((topic) => topic.startsWith('bidder:'))
        .map((topic) => topic.slice(7))
      const figures: WebFigures = {
        streams: count,
        bidders,
        decisionP95Ms: decisionP95(),
        clockSkewMs: clockOffset(),
      }
      await pool()`
        insert into heartbeats (name, at, details) values (${name}, clock_timestamp(), ${JSON.stringify(figures)}::text::jsonb)
        on conflict (name) do update set at = excluded.at, details = excluded.details`
      await pool()`delete from heartbeats where name like 'web:%' and at < clock_timestamp() - interval '1 day'`
    } catch (error) {
      log().warn({ err: error }, 'the heartbeat of the web could not be written')
    }
  }
  void report()
  const timer = setInterval(report, EVERY_MS).unref()
  return { stop: () => clearInterval(timer) }
}

/** Of three readings the one with the shortest way counts. */
async function measureClock(): Promise<void> {
  let best = { way: Number.POSITIVE_INFINITY, offset: 0 }
  for (let tries = 0; tries < 3; tries++) {
    const before = processNow().getTime()
    const started = performance.now()
    const [row] = await pool()<{ ms: string }[]>`select extract(epoch from clock_timestamp()) * 1000 as ms`
    const way = performance.now() - started
    if (way < best.way) best = { way, offset: Number(row?.ms) - (before + way / 2) }
  }
  noteClockOffset(Math.round(best.offset * 10) / 10)
}
