import { announceInRound } from '@/domain/rounds/announce-in-round'
import { choirs } from '../plans/choirs'
import { clinics } from '../plans/clinics'
import { fixture } from '../plans/fixture'
import { library } from '../plans/library'
import { lighthouse } from '../plans/lighthouse'
import { maps } from '../plans/maps'
import { nightsky } from '../plans/nightsky'
import { radio } from '../plans/radio'
import { rivers } from '../plans/rivers'
import { applyAll, type Entry } from '../stages/apply-for'
import { advance, bid, openBidding, recordDeposits, type ScriptedBid, sendBots } from '../stages/hold-auction'
import { openRound } from '../stages/open-round'
import { decide, reviewAll } from '../stages/review-plans'
import { day, done, type Story, type World } from '../world'

const HOUR = 3_600_000

const entries: readonly Entry[] = [
  ...['k8', '7h', 'c9'].map((label) => ({
    organisation: 'rivers' as const,
    label,
    plan: rivers,
    registrar: 81,
  })),
  ...['k8', '4d', '7h', 'c9', 'u2', '3v', 'd0'].map((label) => ({
    organisation: 'radio' as const,
    label,
    plan: radio,
    registrar: 447,
  })),
  ...['k8', '4d', '7h', 'u2', '3v', '6t', 'd0'].map((label) => ({
    organisation: 'nightsky' as const,
    label,
    plan: nightsky,
    registrar: 1505,
  })),
  { organisation: 'library', label: 'k8', plan: library, registrar: 69 },
  { organisation: 'clinics', label: '4d', plan: clinics, registrar: 303 },
  { organisation: 'lighthouse', label: 'c9', plan: lighthouse, registrar: 52 },
  { organisation: 'choirs', label: 'u2', plan: choirs, registrar: 83 },
  { organisation: 'fixture', label: 'u2', plan: fixture, registrar: 1068 },
  { organisation: 'lighthouse', label: '3v', plan: lighthouse, registrar: 52 },
  { organisation: 'library', label: '6t', plan: library, registrar: 69 },
  { organisation: 'maps', label: '6t', plan: maps, registrar: 269 },
]

/** What happened before the newcomer came: Ada leads on k8, is outbid on 7h and has not bid on c9. */
const bids: readonly ScriptedBid[] = [
  { label: 'k8', minute: 4, organisation: 'radio', dollars: 6_000 },
  { label: '4d', minute: 6, organisation: 'nightsky', dollars: 5_500 },
  { label: 'k8', minute: 9, organisation: 'nightsky', dollars: 7_200 },
  { label: '7h', minute: 12, organisation: 'rivers', dollars: 6_500 },
  { label: 'c9', minute: 15, organisation: 'lighthouse', dollars: 7_000 },
  { label: 'u2', minute: 20, organisation: 'choirs', dollars: 6_600 },
  { label: 'k8', minute: 23, organisation: 'library', dollars: 9_000 },
  { label: '6t', minute: 25, organisation: 'maps', dollars: 14_000 },
  { label: '4d', minute: 31, organisation: 'clinics', dollars: 8_000 },
  { label: '7h', minute: 35, organisation: 'radio', dollars: 8_000 },
  { label: '7h', minute: 40, organisation: 'nightsky', dollars: 9_000 },
  { label: 'u2', minute: 45, organisation: 'nightsky', dollars: 6_000 },
  { label: 'k8', minute: 48, organisation: 'rivers', dollars: 12_500 },
  { label: '3v', minute: 50, organisation: 'nightsky', dollars: 5_800 },
  { label: '7h', minute: 58, organisation: 'rivers', dollars: 8_000, refused: 'bid.below-minimum' },
  { label: '6t', minute: 60, organisation: 'library', dollars: 9_500 },
  { label: '4d', minute: 66, organisation: 'radio', dollars: 7_000 },
  { label: 'c9', minute: 70, organisation: 'radio', dollars: 6_000 },
  { label: 'k8', minute: 77, organisation: 'radio', dollars: 11_000 },
  { label: 'u2', minute: 90, organisation: 'radio', dollars: 9_000 },
  { label: '6t', minute: 95, organisation: 'nightsky', dollars: 12_000 },
  { label: 'k8', minute: 101, organisation: 'nightsky', dollars: 12_000 },
]

/** Round 2: bidding now, since two hours and for some hours more. */
export async function* holdSecondRound(world: World, phaseId: string): Story {
  const { now } = world.clock
  const on = (days: number, time: string) => day(now, days, time)
  const hour = Math.floor(now.getTime() / HOUR) * HOUR
  const round = yield* openRound(world, phaseId, {
    name: 'Eight for the autumn',
    summary: 'Eight names with a digit. Small steps, so that nobody is left behind by a typing error.',
    draftedAt: on(-66, '10:10'),
    approvedAt: on(-64, '15:30'),
    timetable: {
      applicationsOpenAt: on(-62, '10:00'),
      questionsCloseAt: on(-44, '17:00'),
      applicationsCloseAt: on(-36, '17:00'),
      reviewDueAt: on(-24, '17:00'),
      reviewResultsAt: on(-20, '12:00'),
      depositDueAt: on(-6, '17:00'),
      biddingOpensAt: new Date(hour - 2 * HOUR),
      biddingClosesAt: new Date(hour + 5 * HOUR),
      resultsAt: on(3, '12:00'),
      paymentDueAt: on(31, '17:00'),
    },
    settings: {
      increments: [
        { fromMinor: '0', stepMinor: '5000' },
        { fromMinor: '1000000', stepMinor: '10000' },
        { fromMinor: '2500000', stepMinor: '25000' },
      ],
    },
    labels: ['k8', '4d', '7h', 'c9', 'u2', '3v', '6t', 'd0'],
  })
  yield round.timetable.applicationsOpenAt
  await advance(round)
  yield on(-46, '15:45')
  const submitted = await applyAll(world, round, entries)
  yield round.timetable.applicationsCloseAt
  await advance(round)
  yield on(-27, '09:20')
  await reviewAll(world, submitted)
  yield round.timetable.reviewResultsAt
  await decide(world, round, submitted)
  yield on(-8, '11:50')
  await recordDeposits(
    world,
    round,
    submitted.filter(({ plan }) => plan !== fixture),
  )
  yield round.timetable.biddingOpensAt
  await openBidding(round)
  await sendBots(world)
  yield* bid(world, round, bids)
  yield new Date(hour - 10 * 60_000)
  await done(
    announceInRound(world.dana, {
      roundId: round.id,
      text: 'The programme’s telephone is answered until bidding has closed on every name.',
    }),
  )
}
