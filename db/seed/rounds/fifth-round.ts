import { flagLabel } from '@/domain/labels/flag-label'
import { draftRound } from '../stages/open-round'
import { day, done, type Story, type World } from '../world'

/** Round 5: a draft. One of its names was flagged after it was added, so the round cannot be approved as it stands. */
export async function* draftFifthRound(world: World, phaseId: string): Story {
  const on = (days: number, time: string) => day(world.clock.now, days, time)
  yield on(-3, '11:40')
  await draftRound(world, phaseId, {
    name: 'Four for the spring',
    summary: '',
    timetable: {
      applicationsOpenAt: on(21, '10:00'),
      questionsCloseAt: on(42, '17:00'),
      applicationsCloseAt: on(49, '17:00'),
      reviewDueAt: on(70, '17:00'),
      reviewResultsAt: on(77, '12:00'),
      depositDueAt: on(84, '17:00'),
      biddingOpensAt: on(91, '10:00'),
      biddingClosesAt: on(91, '16:00'),
      resultsAt: on(94, '12:00'),
      paymentDueAt: on(122, '17:00'),
    },
    labels: ['4m', '7k', 'qz', 't8'],
  })
  yield on(-1, '15:25')
  await done(
    flagLabel(world.miro, {
      label: 'qz',
      reason:
        'A proposal to take the code into use is said to be on its way (example). No new round until that is cleared up.',
    }),
  )
}
