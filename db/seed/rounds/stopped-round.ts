import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { phases } from '@/db/schema/rounds'
import { choirs } from '../plans/choirs'
import { lighthouse } from '../plans/lighthouse'
import { maps } from '../plans/maps'
import type { Entry } from '../stages/apply-for'
import { advance, finalise, openBidding } from '../stages/hold-auction'
import { openRound } from '../stages/open-round'
import { qualifyAll } from '../stages/qualify-all'
import { type ClockBid, runClock } from '../stages/run-clock'
import { day, type Story, type World } from '../world'

const entries: readonly Entry[] = [
  { organisation: 'maps', label: 'x4', plan: maps, registrar: 269 },
  { organisation: 'lighthouse', label: 'x4', plan: lighthouse, registrar: 52 },
  { organisation: 'choirs', label: 'x4', plan: choirs, registrar: 83 },
]

/** One leaves in the second round and one in the third; a bid above the round stays as a proxy. */
const bids: readonly ClockBid[] = [
  { round: 1, minute: 4, organisation: 'maps', dollars: 9_000 },
  { round: 1, minute: 11, organisation: 'choirs', dollars: 6_000 },
  { round: 1, minute: 17, organisation: 'lighthouse', dollars: 6_000 },
  { round: 2, minute: 6, organisation: 'lighthouse', dollars: 7_000 },
  { round: 2, minute: 21, organisation: 'choirs', dollars: 6_500 },
  { round: 3, minute: 14, organisation: 'lighthouse', dollars: 7_600 },
]

/** Phase 2, round 4: a clock that stopped, with a public result. */
export async function* holdStoppedRound(world: World): Story {
  const on = (days: number, time: string) => day(world.clock.now, days, time)
  yield on(-56, '09:40')
  const [phase] = await database().select({ id: phases.id }).from(phases).where(eq(phases.number, 2))
  const round = yield* openRound(world, phase!.id, {
    name: 'One that stopped',
    summary: 'One name by the clock: the price rose for three rounds, then one bidder was left.',
    format: 'ascending-clock',
    draftedAt: on(-56, '09:50'),
    approvedAt: on(-54, '14:15'),
    settings: {
      clock: { roundMinutes: 30, recessMinutes: 10, stepsPerRound: 2 },
      increments: [{ fromMinor: '0', stepMinor: '50000' }],
    },
    timetable: {
      applicationsOpenAt: on(-52, '10:00'),
      questionsCloseAt: on(-46, '15:00'),
      applicationsCloseAt: on(-42, '16:00'),
      reviewDueAt: on(-33, '16:00'),
      reviewResultsAt: on(-28, '11:30'),
      depositDueAt: on(-20, '16:00'),
      biddingOpensAt: on(-14, '10:00'),
      biddingClosesAt: on(-14, '16:00'),
      resultsAt: on(-3, '12:10'),
      paymentDueAt: on(25, '17:00'),
    },
    labels: ['x4'],
  })
  yield* qualifyAll(world, round, entries, {
    apply: on(-48, '15:40'),
    review: on(-34, '14:20'),
    deposits: on(-21, '10:50'),
  })
  yield round.timetable.biddingOpensAt
  await openBidding(round)
  yield* runClock(world, round, bids)
  await advance(round)
  yield round.timetable.resultsAt
  await finalise(world, round)
}
