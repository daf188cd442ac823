import { sqlOf, type Tx } from '@/db/client'
import type { RoundSettings } from '@/db/schema/rounds'
import { refuse } from '@/lib/errors'
import { type Pulse, readPulse } from '@/lib/pulse'
import { auctionOf, type LotOfRound } from './lock-lot'

/**
 * The outage rule (R7.9) for one lot: was bidding unavailable for more than `gapSeconds` within the last `withinMinutes`
 * before its close? Two measurements count: a gap in the pulse of the bid path, and a gap in the pulse of the schedule in
 * which the close went by: then the clock itself stood still, and it does not go on in silence.
 */

export type Pulses = { bidPath: Pulse | undefined; schedule: Pulse | undefined }

/** A stretch in which bids can be placed, and since when its round runs without a suspension. */
export type Stretch = { opensAt: Date; closesAt: Date; runningSince: Date }

export type Outage = {
  from: Date
  until: Date
  /** What the rule makes of the close. */
  closesAt: Date
}

/** `under-way` while the bid path gives no sign of life; undefined when the close stands. */
export function weighOutage(
  { opensAt, closesAt, runningSince }: Stretch,
  rule: RoundSettings['outage'],
  { bidPath, schedule }: Pulses,
  at: Date,
): Outage | 'under-way' | undefined {
  const gapMs = rule.gapSeconds * 1000
  if (isDown(bidPath, rule, at)) return 'under-way'
  const begins = Math.max(opensAt.getTime(), closesAt.getTime() - rule.withinMinutes * 60_000)
  const missedFrom = Math.max(closesAt.getTime(), runningSince.getTime())
  const gaps = [
    bidPath?.gap && overlap(bidPath.gap, begins, closesAt.getTime()) > gapMs && bidPath.gap,
    schedule?.gap && overlap(schedule.gap, missedFrom, at.getTime()) > gapMs && schedule.gap,
  ].filter((gap) => gap !== null && gap !== undefined && gap !== false)
  const last = gaps.sort((a, b) => b.until.getTime() - a.until.getTime())[0]
  if (!last) return undefined
  const moved = new Date(last.until.getTime() + rule.extendMinutes * 60_000)
  return moved > closesAt ? { ...last, closesAt: moved } : undefined
}

/** Whether the bid path gives no sign of life at this instant. */
export function isDown(path: Pulse | undefined, rule: RoundSettings['outage'], at: Date): boolean {
  return path !== undefined && at.getTime() - path.beatAt.getTime() > rule.gapSeconds * 1000
}

function overlap({ from, until }: { from: Date; until: Date }, begins: number, ends: number): number {
  return Math.min(until.getTime(), ends) - Math.max(from.getTime(), begins)
}

/** The stretch of a lot that is open; undefined in the recess of a clock, where nobody can bid. */
export async function stretchOf(tx: Tx, { lot, round }: LotOfRound): Promise<Stretch | undefined> {
  if (!lot.closesAt) return undefined
  const known = { closesAt: lot.closesAt, runningSince: round.stateSince }
  if (round.format !== 'ascending-clock') return { ...known, opensAt: lot.opensAt ?? round.biddingOpensAt }
  const auction = await auctionOf(tx, lot)
  if (auction.format !== 'ascending-clock' || !auction.round?.isOpen || !auction.terms.schedule)
    return undefined
  const opensAt = new Date(lot.closesAt.getTime() - auction.terms.schedule.roundSeconds * 1000)
  return { ...known, opensAt }
}

export async function readPulses(tx: Tx): Promise<Pulses> {
  const sql = sqlOf(tx)
  return { bidPath: await readPulse(sql, 'bid-path'), schedule: await readPulse(sql, 'schedule') }
}

/**
 * Refuses with `lot.outage` while an outage of one of these lots is under way or not made up for. A practice goes on: its
 * time is not made up for (R3.6).
 */
export async function requireNoOutage(
  tx: Tx,
  round: LotOfRound['round'],
  lots: readonly LotOfRound['lot'][],
  at: Date,
): Promise<void> {
  if (round.practice) return
  const pulses = await readPulses(tx)
  const rule = round.settings.outage
  for (const lot of lots) {
    const stretch = await stretchOf(tx, { lot, round })
    if (stretch ? weighOutage(stretch, rule, pulses, at) : isDown(pulses.bidPath, rule, at))
      throw refuse('lot.outage')
  }
}
