import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { applications } from '@/db/schema/applications'
import { assignments, calibrationAnswers } from '@/db/schema/reviews'
import { rounds } from '@/db/schema/rounds'
import { Id, Score } from '@/domain/reviews/input'
import { completeSheet, isUnderReview, missingIn } from '@/domain/reviews/rules'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import { lockSelf } from '@/domain/users/read-user'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { criteriaWithModel } from './plans'
import { nextCalibration } from './read-calibration'

/**
 * A reviewer's scores of a calibration plan, once for a round and in the order of the plans; then the model scores are shown
 * beside them. They are kept, and count in nothing.
 * Refuses: thing.not-found, round.wrong-state, calibration.answered, review.incomplete with a sentence per field.
 */
export const answerCalibration = operation('calibration.answer', {
  input: z.strictObject({
    roundId: Id,
    plan: Id,
    scores: z.array(Score).max(20, 'There are not so many criteria.'),
  }),
  async subject(tx, { roundId }, actor) {
    // One answer of a reviewer after another: else the second of two at once would count for the plan that comes next.
    const reviewer = await lockSelf(tx, actor)
    if (!reviewer) return undefined
    const own = tx
      .select({ id: applications.roundId })
      .from(assignments)
      .innerJoin(applications, eq(applications.id, assignments.applicationId))
      .where(and(eq(assignments.reviewerId, reviewer.id), isNull(assignments.removedAt)))
    const [round] = await tx
      .select()
      .from(rounds)
      .where(and(eq(rounds.id, roundId), inArray(rounds.id, own)))
      .for('share')
    return round && { round, reviewerId: reviewer.id }
  },
  async check({ tx, input, subject: { round, reviewerId } }) {
    if (!isUnderReview(round.state))
      throw refuse('round.wrong-state', { state: roundStateWords[round.state].toLowerCase() })
    const next = await nextCalibration(tx, round, reviewerId)
    if (next?.id !== input.plan) throw refuse('calibration.answered')
  },
  async run({ tx, at, input, subject: { round, reviewerId } }) {
    const plan = (await nextCalibration(tx, round, reviewerId))!
    const criteria = criteriaWithModel(round.settings, plan)
    const sheet = completeSheet(criteria, input.scores).map((score) => ({ ...score, citations: [] }))
    const missing = missingIn(criteria, sheet)
    if (Object.keys(missing).length > 0) throw refuse('review.incomplete', {}, missing)
    await tx.insert(calibrationAnswers).values({ roundId: round.id, reviewerId, plan: plan.id, sheet, at })
    return { result: { roundId: round.id }, audit: { object: round.id, facts: { plan: plan.id } } }
  },
})
