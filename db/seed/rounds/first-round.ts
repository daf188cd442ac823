import { demoRegistrar } from '../demo-people'
import { bicycles } from '../plans/bicycles'
import { books } from '../plans/books'
import { choirs } from '../plans/choirs'
import { cities } from '../plans/cities'
import { clinics } from '../plans/clinics'
import { fixture } from '../plans/fixture'
import { hardware } from '../plans/hardware'
import { library } from '../plans/library'
import { maps } from '../plans/maps'
import { rivers } from '../plans/rivers'
import { seeds } from '../plans/seeds'
import { applyAll, type Entry } from '../stages/apply-for'
import {
  advance,
  bid,
  closeBidding,
  finalise,
  openBidding,
  recordDeposits,
  type ScriptedBid,
} from '../stages/hold-auction'
import { openRound } from '../stages/open-round'
import { askAgain, uphold } from '../stages/reconsider'
import { decide, reviewAll } from '../stages/review-plans'
import { settleAwards } from '../stages/settle-awards'
import { day, type Story, type World } from '../world'

const entries: readonly Entry[] = [
  { organisation: 'rivers', label: 'z3', plan: rivers, registrar: demoRegistrar.ianaId },
  { organisation: 'maps', label: 'z3', plan: maps, registrar: 269 },
  { organisation: 'hardware', label: 'z3', plan: hardware, registrar: 151 },
  { organisation: 'books', label: 'b2', plan: books, registrar: 146 },
  { organisation: 'library', label: 'b2', plan: library, registrar: 69 },
  { organisation: 'fixture', label: 'b2', plan: fixture, registrar: 1068 },
  { organisation: 'hardware', label: '0x', plan: hardware, registrar: 151 },
  { organisation: 'maps', label: '0x', plan: maps, registrar: 269 },
  { organisation: 'cities', label: '5g', plan: cities, registrar: demoRegistrar.ianaId },
  { organisation: 'clinics', label: 'j4', plan: clinics, registrar: 303 },
  { organisation: 'seeds', label: 'j4', plan: seeds, registrar: 303 },
  { organisation: 'bicycles', label: 'w6', plan: bicycles, registrar: 1647 },
  { organisation: 'choirs', label: 'w6', plan: choirs, registrar: 83 },
]

/** Two bidders of three on z3 go on until the close moves; on w6 nobody reaches the reserve. */
const bids: readonly ScriptedBid[] = [
  { label: '0x', minute: 12, organisation: 'maps', dollars: 20_000 },
  { label: 'z3', minute: 20, organisation: 'maps', dollars: 8_000 },
  { label: 'b2', minute: 30, organisation: 'library', dollars: 9_000 },
  { label: 'z3', minute: 41, organisation: 'hardware', dollars: 7_000 },
  { label: '0x', minute: 60, organisation: 'hardware', dollars: 26_000 },
  { label: 'b2', minute: 75, organisation: 'books', dollars: 11_000 },
  { label: 'z3', minute: 95, organisation: 'rivers', dollars: 12_000 },
  { label: 'j4', minute: 100, organisation: 'seeds', dollars: 6_000 },
  { label: 'j4', minute: 130, organisation: 'clinics', dollars: 13_000 },
  { label: 'z3', minute: 160, organisation: 'maps', dollars: 15_000 },
  { label: 'w6', minute: 190, organisation: 'bicycles', dollars: 4_000, refused: 'bid.below-minimum' },
  { label: 'j4', minute: 200, organisation: 'seeds', dollars: 9_000 },
  { label: 'b2', minute: 210, organisation: 'library', dollars: 10_500 },
  { label: 'z3', minute: 300, organisation: 'rivers', dollars: 25_000 },
  { label: '0x', minute: 330, organisation: 'maps', dollars: 25_000 },
  { label: 'z3', minute: 354, organisation: 'maps', dollars: 18_000 },
]

/** Round 1: over, with public results. */
export async function* holdFirstRound(world: World, phaseId: string): Story {
  const on = (days: number, time: string) => day(world.clock.now, days, time)
  const round = yield* openRound(world, phaseId, {
    name: 'The first six',
    summary:
      'Six names to begin with, chosen so that every step of the Programme is gone through once with few lots.',
    draftedAt: on(-95, '09:40'),
    approvedAt: on(-94, '16:20'),
    timetable: {
      applicationsOpenAt: on(-92, '10:00'),
      questionsCloseAt: on(-75, '17:00'),
      applicationsCloseAt: on(-68, '17:00'),
      reviewDueAt: on(-58, '17:00'),
      reviewResultsAt: on(-57, '12:00'),
      depositDueAt: on(-51, '17:00'),
      biddingOpensAt: on(-48, '10:00'),
      biddingClosesAt: on(-48, '16:00'),
      resultsAt: on(-46, '12:00'),
      paymentDueAt: on(-18, '17:00'),
    },
    labels: ['z3', 'b2', '0x', '5g', 'j4', 'w6'],
  })
  yield round.timetable.applicationsOpenAt
  await advance(round)
  yield on(-80, '11:05')
  const submitted = await applyAll(world, round, entries)
  yield round.timetable.applicationsCloseAt
  await advance(round)
  yield on(-61, '14:30')
  await reviewAll(world, submitted)
  yield round.timetable.reviewResultsAt
  await decide(world, round, submitted)
  const refused = submitted.find(({ plan }) => plan === fixture)!
  yield on(-55, '09:30')
  await askAgain(
    world,
    refused,
    'We are a young foundation and could not yet say who will build it. The panel should judge the idea.',
  )
  yield on(-54, '15:10')
  await uphold(
    world,
    refused,
    'The rubric asks who will build it and when, of young foundations too. The plan does not say it, and the request adds nothing to it.',
  )
  yield on(-53, '13:15')
  await recordDeposits(world, round, submitted.slice(0, -1))
  yield round.timetable.biddingOpensAt
  await openBidding(round)
  yield* bid(world, round, bids)
  yield on(-48, '16:00')
  await closeBidding(round)
  yield on(-48, '16:05')
  await closeBidding(round)
  yield round.timetable.resultsAt
  await finalise(world, round)
  yield* settleAwards(world, round, on)
}
