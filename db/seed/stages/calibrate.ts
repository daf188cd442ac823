import { and, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { calibrationAnswers } from '@/db/schema/reviews'
import { answerCalibration } from '@/domain/calibrations/answer-calibration'
import type { Person } from '@/lib/access/actor'
import { done } from '../world'

const sheet = [
  ['quality', 4, 'The tables exist and the trial names 31 harbours; two people carry it, which is thin.'],
  [
    'creativity',
    2,
    'A tide table stays a tide table; the mooring post is the one thought about the short name.',
  ],
  ['launch', 3, 'The first date has work behind it, the second has not.'],
] as const

/** A reviewer scores the calibration plan of a round, unless they did. */
export async function calibrate(reviewer: Person, roundId: string): Promise<void> {
  const own = and(eq(calibrationAnswers.roundId, roundId), eq(calibrationAnswers.reviewerId, reviewer.userId))
  const given = await database().select().from(calibrationAnswers).where(own)
  if (given.length > 0) return
  const scores = sheet.map(([criterion, value, reason]) => ({
    criterion,
    value,
    notApplicable: false,
    reason,
  }))
  await done(answerCalibration(reviewer, { roundId, plan: 'tide-tables-1', scores }))
}
