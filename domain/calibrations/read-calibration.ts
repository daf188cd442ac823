import { and, eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { calibrationAnswers } from '@/db/schema/reviews'
import type { RoundSettings } from '@/db/schema/rounds'
import type { CalibrationPlan } from './calibration-plan'
import { calibrationPlansOf } from './plans'

type RoundOfPlans = { id: string; settings: RoundSettings }

/** What a reviewer gave the calibration plans of a round so far, by plan. */
export async function readCalibrations(db: Reader, roundId: string, reviewerId: string) {
  const { roundId: round, reviewerId: reviewer } = calibrationAnswers
  const rows = await db
    .select()
    .from(calibrationAnswers)
    .where(and(eq(round, roundId), eq(reviewer, reviewerId)))
  return new Map(rows.map((row) => [row.plan, row]))
}

/** The calibration plan that a reviewer has to judge next in this round; undefined when none is left. */
export async function nextCalibration(
  db: Reader,
  round: RoundOfPlans,
  reviewerId: string,
): Promise<CalibrationPlan | undefined> {
  const plans = calibrationPlansOf(round.settings)
  if (plans.length === 0) return undefined
  const given = await readCalibrations(db, round.id, reviewerId)
  return plans.find(({ id }) => !given.has(id))
}

/** Whether a reviewer has to score a calibration plan before a real one of this round. */
export async function mustCalibrate(db: Reader, round: RoundOfPlans, reviewerId: string): Promise<boolean> {
  return (await nextCalibration(db, round, reviewerId)) !== undefined
}
