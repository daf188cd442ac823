import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { phases } from '@/db/schema/rounds'
import { choirs } from '../plans/choirs'
import { lighthouse } from '../plans/lighthouse'
import { maps } from '../plans/maps'
import type { Entry } from '../stages/apply-for'
import { bid, closeBidding, finalise, openBidding, type ScriptedBid } from '../stages/hold-auction'
import { giveKey, openUnderSeal, registerCustodians } from '../stages/keep-keys'
import { openRound } from '../stages/open-round'
import { qualifyAll } from '../stages/qualify-all'
import { day, type Story, type World } from '../world'

const entries: readonly Entry[] = [
  { organisation: 'lighthouse', label: 'w9', plan: lighthouse, registrar: 52 },
  { organisation: 'choirs', label: 'w9', plan: choirs, registrar: 83 },
  { organisation: 'maps', label: 'w9', plan: maps, registrar: 269 },
]

/** One bid is replaced, and one is below the reserve: nobody can tell before the opening, where it is void. */
const bids: readonly ScriptedBid[] = [
  { label: 'w9', minute: 55, organisation: 'lighthouse', dollars: 6_100 },
  { label: 'w9', minute: 130, organisation: 'choirs', dollars: 8_300 },
  { label: 'w9', minute: 410, organisation: 'maps', dollars: 4_200 },
  { label: 'w9', minute: 900, organisation: 'lighthouse', dollars: 9_600 },
]

/** Phase 2, round 3: sealed bids that three custodians let be opened, with a public result. */
export async function* holdOpenedRound(world: World): Story {
  const on = (days: number, time: string) => day(world.clock.now, days, time)
  yield on(-57, '13:10')
  const [phase] = await database().select({ id: phases.id }).from(phases).where(eq(phases.number, 2))
  const round = yield* openRound(world, phase!.id, {
    name: 'One opened',
    summary: 'One name, one sealed bid each. The highest wins and pays the second highest.',
    format: 'sealed-second-price',
    draftedAt: on(-57, '13:20'),
    approvedAt: on(-55, '10:40'),
    timetable: {
      applicationsOpenAt: on(-53, '10:00'),
      questionsCloseAt: on(-47, '16:00'),
      applicationsCloseAt: on(-43, '16:00'),
      reviewDueAt: on(-34, '16:00'),
      reviewResultsAt: on(-29, '11:30'),
      depositDueAt: on(-21, '16:00'),
      biddingOpensAt: on(-16, '10:00'),
      biddingClosesAt: on(-15, '16:00'),
      resultsAt: on(-3, '12:00'),
      paymentDueAt: on(25, '17:00'),
    },
    labels: ['w9'],
  })
  yield* qualifyAll(world, round, entries, {
    apply: on(-48, '10:15'),
    review: on(-35, '11:10'),
    deposits: on(-22, '13:30'),
  })
  yield on(-19, '09:20')
  await registerCustodians(world)
  yield on(-19, '11:00')
  await giveKey(world, round, 5)
  yield round.timetable.biddingOpensAt
  await openBidding(round)
  yield* bid(world, round, bids)
  yield on(-15, '16:30')
  await openUnderSeal(world, round)
  await closeBidding(round)
  yield round.timetable.resultsAt
  await finalise(world, round)
}
