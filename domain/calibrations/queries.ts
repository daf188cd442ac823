import { readOwn } from '@/domain/reviews/queries'
import { completeSheet } from '@/domain/reviews/rules'
import { roundName } from '@/domain/rounds/round-name'
import { query } from '@/lib/query'
import { calibrationPlansOf, criteriaWithModel } from './plans'
import { nextCalibration, readCalibrations } from './read-calibration'

/**
 * The calibration plans of a round for one of its reviewers: those they judged, with the model beside their own scores,
 * and the next one without its model. Later ones are not told.
 */
export const calibrationOfRound = query('reviews.own', async ({ db, actor, input }) => {
  const { roundId } = input as { roundId: string }
  const row = (await readOwn(db, actor)).find(({ round }) => round.id === roundId)
  const plans = row ? calibrationPlansOf(row.round.settings) : []
  if (!row || plans.length === 0) return undefined
  const answers = await readCalibrations(db, roundId, actor.userId)
  const given = plans.flatMap((plan) => {
    const answer = answers.get(plan.id)
    if (!answer) return []
    const { id, name, reading, model } = plan
    const criteria = criteriaWithModel(row.round.settings, plan)
    const scores = completeSheet(criteria, answer.sheet).map((own) => ({
      ...own,
      model: model[own.criterion]!,
    }))
    return [{ id, name, reading, criteria, at: answer.at, scores }]
  })
  const next = plans.find(({ id }) => !answers.has(id))
  return {
    round: row.round,
    given,
    next: next && {
      id: next.id,
      name: next.name,
      reading: next.reading,
      criteria: criteriaWithModel(row.round.settings, next),
    },
    total: plans.length,
  }
})

/** The reviewer's rounds that have calibration plans, and whether one still waits for them. */
export const ownCalibrations = query('reviews.own', async ({ db, actor }) => {
  const rows = await readOwn(db, actor)
  const known = new Map(rows.map(({ round }) => [round.id, round]))
  const calibrations: { roundId: string; round: string; waiting: boolean }[] = []
  for (const round of known.values())
    if (calibrationPlansOf(round.settings).length > 0)
      calibrations.push({
        roundId: round.id,
        round: roundName(round),
        waiting: (await nextCalibration(db, round, actor.userId)) !== undefined,
      })
  return calibrations
})
