import type { Story, World } from '../world'
import { applyAll, type Entry, type Submitted } from './apply-for'
import { advance, recordDeposits } from './hold-auction'
import type { OpenedRound } from './open-round'
import { decide, reviewAll } from './review-plans'

/** From the opening of applications to the deposits: everyone applies, is scored, decided and pays. */
export async function* qualifyAll(
  world: World,
  round: OpenedRound,
  entries: readonly Entry[],
  at: { apply: Date; review: Date; deposits: Date },
): Story<readonly Submitted[]> {
  yield round.timetable.applicationsOpenAt
  await advance(round)
  yield at.apply
  const submitted = await applyAll(world, round, entries)
  yield round.timetable.applicationsCloseAt
  await advance(round)
  yield at.review
  await reviewAll(world, submitted)
  yield round.timetable.reviewResultsAt
  await decide(world, round, submitted)
  yield at.deposits
  await recordDeposits(world, round, submitted)
  return submitted
}
