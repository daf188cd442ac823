import { and, eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { calibrationAnswers } from '@/db/schema/reviews'
import type { Criterion, RoundSettings } from '@/db/schema/rounds'
import { calibrationPlan, modelScores } from './plan'

/** What a reviewer gave the calibration plan in a round; undefined until they did. */
export async function readCalibration(db: Reader, roundId: string, reviewerId: string) {
  const [row] = await db
    .select()
    .from(calibrationAnswers)
    .where(
      and(
        eq(calibrationAnswers.roundId, roundId),
        eq(calibrationAnswers.reviewerId, reviewerId),
        eq(calibrationAnswers.plan, calibrationPlan),
      ),
    )
  return row
}

/** Whether a reviewer has to score the calibration plan before a real one of this round. */
export async function mustCalibrate(
  db: Reader,
  round: { id: string; settings: RoundSettings },
  reviewerId: string,
): Promise<boolean> {
  if (round.settings.calibration !== true || criteriaWithModel(round.settings).length === 0) return false
  return (await readCalibration(db, round.id, reviewerId)) === undefined
}

/** The criteria of a round that the calibration plan has a model score for. */
export function criteriaWithModel({ rubric }: Pick<RoundSettings, 'rubric'>): Criterion[] {
  return rubric.filter(({ id }) => id in modelScores)
}
