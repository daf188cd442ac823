import { declareConflict } from '@/domain/reviews/declare-conflict'
import { type DemoOrganisation, demoRegistrar } from '../demo-people'
import { bicycles } from '../plans/bicycles'
import { choirs } from '../plans/choirs'
import { clinics } from '../plans/clinics'
import { hardware } from '../plans/hardware'
import { library } from '../plans/library'
import { maps } from '../plans/maps'
import { rivers } from '../plans/rivers'
import { seeds } from '../plans/seeds'
import { applyAll, type Entry, type Submitted } from '../stages/apply-for'
import { calibrate } from '../stages/calibrate'
import { advance } from '../stages/hold-auction'
import { type OpenedRound, openRound } from '../stages/open-round'
import { assign, judge } from '../stages/review-plans'
import { sayWhatTheyKnow } from '../stages/say-what-they-know'
import { day, done, type Story, type World } from '../world'

const entries: readonly Entry[] = [
  { organisation: 'clinics', label: 'm3', plan: clinics, registrar: 303 },
  { organisation: 'hardware', label: 'm3', plan: hardware, registrar: 151 },
  { organisation: 'rivers', label: 'r5', plan: rivers, registrar: demoRegistrar.ianaId },
  { organisation: 'bicycles', label: 'r5', plan: bicycles, registrar: 1647 },
  { organisation: 'choirs', label: '8s', plan: choirs, registrar: 83 },
  { organisation: 'seeds', label: 'd6', plan: seeds, registrar: 303 },
  { organisation: 'library', label: 'p1', plan: library, registrar: 69 },
  { organisation: 'maps', label: '0k', plan: maps, registrar: 269 },
]

/** What a reviewer, by place in the list of reviewers, has made of a plan so far: criteria judged, of three. */
type Reading = { reviewer: number; judged: 0 | 1 | 2 | 3 | 'conflict' }
const read = (reviewer: number, judged: Reading['judged']): Reading => ({ reviewer, judged })

const readings: Partial<Record<DemoOrganisation, readonly Reading[]>> = {
  clinics: [read(0, 3), read(1, 3), read(2, 3)],
  hardware: [read(0, 3), read(1, 3), read(2, 2)],
  rivers: [read(0, 1), read(1, 3), read(2, 3)],
  bicycles: [read(0, 3), read(1, 3), read(3, 3)],
  choirs: [read(0, 0), read(2, 'conflict'), read(3, 3)],
  seeds: [read(0, 3), read(1, 0), read(2, 1)],
  library: [read(0, 0)],
  maps: [read(0, 3), read(1, 3), read(2, 3)],
}

/** Round 3: under review. One panel is done, one must discuss, one lost a reviewer to a conflict of interest. */
export async function* holdThirdRound(world: World, phaseId: string): Story {
  const on = (days: number, time: string) => day(world.clock.now, days, time)
  const round = yield* openRound(world, phaseId, {
    name: 'Six with a figure',
    summary: 'Six names with a digit. Branding plans are read by three reviewers each.',
    draftedAt: on(-46, '11:00'),
    approvedAt: on(-45, '12:40'),
    timetable: {
      applicationsOpenAt: on(-42, '10:00'),
      questionsCloseAt: on(-20, '17:00'),
      applicationsCloseAt: on(-12, '17:00'),
      reviewDueAt: on(6, '17:00'),
      reviewResultsAt: on(10, '12:00'),
      depositDueAt: on(17, '17:00'),
      biddingOpensAt: on(24, '10:00'),
      biddingClosesAt: on(24, '16:00'),
      resultsAt: on(27, '12:00'),
      paymentDueAt: on(55, '17:00'),
    },
    settings: { calibration: 1 },
    labels: ['m3', 'r5', '8s', 'd6', 'p1', '0k'],
  })
  yield round.timetable.applicationsOpenAt
  await advance(round)
  yield on(-15, '10:25')
  const submitted = await applyAll(world, round, entries)
  yield round.timetable.applicationsCloseAt
  await advance(round)
  await sayWhatTheyKnow(world, submitted)
  for (const [index, application] of submitted.entries()) {
    yield on(-10 + index, '09:30')
    for (const reading of readings[application.organisation] ?? [])
      await review(world, round, application, reading)
  }
}

async function review(
  world: World,
  round: OpenedRound,
  application: Submitted,
  { reviewer, judged }: Reading,
): Promise<void> {
  const person = world.reviewers[reviewer]!
  const assignmentId = await assign(world, application, person)
  if (judged === 0) return
  if (judged === 'conflict') {
    const nature = 'I sing in one of the choirs that took part in the trial.'
    await done(declareConflict(person, { assignmentId, state: 'declared', nature }))
    return
  }
  await calibrate(person, round.id)
  await judge(person, application, assignmentId, application.plan.sheets[reviewer % 3]!, judged)
}
