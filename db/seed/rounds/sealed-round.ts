import { createPhase } from '@/domain/phases/create-phase'
import { publishPhase } from '@/domain/phases/publish-phase'
import { library } from '../plans/library'
import { nightsky } from '../plans/nightsky'
import { radio } from '../plans/radio'
import { rivers } from '../plans/rivers'
import type { Entry } from '../stages/apply-for'
import { bid, openBidding, type ScriptedBid, sendBots } from '../stages/hold-auction'
import { giveKey } from '../stages/keep-keys'
import { openRound } from '../stages/open-round'
import { qualifyAll } from '../stages/qualify-all'
import { day, done, type Story, type World } from '../world'

const HOUR = 3_600_000

const entries: readonly Entry[] = [
  { organisation: 'rivers', label: 'g2', plan: rivers, registrar: 81 },
  { organisation: 'radio', label: 'g2', plan: radio, registrar: 447 },
  { organisation: 'nightsky', label: 'g2', plan: nightsky, registrar: 1505 },
  { organisation: 'rivers', label: 'n4', plan: rivers, registrar: 81 },
  { organisation: 'library', label: 'n4', plan: library, registrar: 69 },
]

/** Ada has a sealed bid on n4 and none on g2; what the others have handed in nobody sees. */
const bids: readonly ScriptedBid[] = [
  { label: 'g2', minute: 40, organisation: 'radio', dollars: 6_400 },
  { label: 'n4', minute: 65, organisation: 'rivers', dollars: 5_800 },
  { label: 'g2', minute: 70, organisation: 'nightsky', dollars: 7_150 },
  { label: 'n4', minute: 90, organisation: 'library', dollars: 6_050 },
]

/** Phase 2, round 1: sealed bids weighted by quality, open until tomorrow. */
export async function* holdSealedRound(world: World): Story {
  const { now } = world.clock
  const on = (days: number, time: string) => day(now, days, time)
  const hour = Math.floor(now.getTime() / HOUR) * HOUR
  yield on(-60, '10:05')
  const { phaseId } = await done(
    createPhase(world.dana, {
      name: 'Phase 2',
      summary:
        'A small phase that tries other ways to bid: under seal, where a better plan makes a bid count for more, and by the clock.',
    }),
  )
  await done(publishPhase(world.dana, { phaseId }))
  const round = yield* openRound(world, phaseId, {
    name: 'Two under seal',
    summary: 'Two names with a digit. One sealed bid each; the quality of the plan enters the price.',
    format: 'sealed-quality-weighted',
    draftedAt: on(-59, '11:20'),
    approvedAt: on(-57, '14:10'),
    timetable: {
      applicationsOpenAt: on(-55, '10:00'),
      questionsCloseAt: on(-46, '16:00'),
      applicationsCloseAt: on(-41, '16:00'),
      reviewDueAt: on(-31, '16:00'),
      reviewResultsAt: on(-28, '12:30'),
      depositDueAt: on(-9, '16:00'),
      biddingOpensAt: new Date(hour - 3 * HOUR),
      biddingClosesAt: new Date(hour + 30 * HOUR),
      resultsAt: on(4, '12:00'),
      paymentDueAt: on(32, '17:00'),
    },
    labels: ['g2', 'n4'],
  })
  yield* qualifyAll(world, round, entries, {
    apply: on(-48, '14:30'),
    review: on(-33, '10:40'),
    deposits: on(-10, '15:10'),
  })
  yield on(-7, '09:40')
  await giveKey(world, round, 4)
  yield round.timetable.biddingOpensAt
  await openBidding(round)
  await sendBots(world)
  yield* bid(world, round, bids)
}
