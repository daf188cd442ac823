import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { phases } from '@/db/schema/rounds'
import { nightsky } from '../plans/nightsky'
import { radio } from '../plans/radio'
import { rivers } from '../plans/rivers'
import type { Entry } from '../stages/apply-for'
import { openBidding, sendBots } from '../stages/hold-auction'
import { openRound } from '../stages/open-round'
import { qualifyAll } from '../stages/qualify-all'
import { day, type Story, type World } from '../world'

const HOUR = 3_600_000

const entries: readonly Entry[] = [
  { organisation: 'rivers', label: 'r2', plan: rivers, registrar: 81 },
  { organisation: 'radio', label: 'r2', plan: radio, registrar: 447 },
  { organisation: 'nightsky', label: 'r2', plan: nightsky, registrar: 1505 },
]

/** Phase 2, round 2: an ascending clock in its first round, long enough for a newcomer to find it there. */
export async function* holdClockRound(world: World): Story {
  const { now } = world.clock
  const on = (days: number, time: string) => day(now, days, time)
  const hour = Math.floor(now.getTime() / HOUR) * HOUR
  yield on(-58, '15:00')
  const [phase] = await database().select({ id: phases.id }).from(phases).where(eq(phases.number, 2))
  const round = yield* openRound(world, phase!.id, {
    name: 'One by the clock',
    summary:
      'The price rises round by round. Who stays in says so in each; the last to stay pays what it took.',
    format: 'ascending-clock',
    draftedAt: on(-58, '15:10'),
    approvedAt: on(-56, '09:35'),
    settings: { clock: { roundMinutes: 240, recessMinutes: 30, stepsPerRound: 10 } },
    timetable: {
      applicationsOpenAt: on(-54, '10:00'),
      questionsCloseAt: on(-45, '16:00'),
      applicationsCloseAt: on(-40, '16:00'),
      reviewDueAt: on(-30, '16:00'),
      reviewResultsAt: on(-26, '12:30'),
      depositDueAt: on(-7, '16:00'),
      biddingOpensAt: new Date(hour - HOUR),
      biddingClosesAt: new Date(hour + 47 * HOUR),
      resultsAt: on(5, '12:00'),
      paymentDueAt: on(33, '17:00'),
    },
    labels: ['r2'],
  })
  yield* qualifyAll(world, round, entries, {
    apply: on(-47, '11:45'),
    review: on(-32, '16:20'),
    deposits: on(-9, '10:25'),
  })
  yield round.timetable.biddingOpensAt
  await openBidding(round)
  await sendBots(world)
}
