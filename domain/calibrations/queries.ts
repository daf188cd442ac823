import { readOwn } from '@/domain/reviews/queries'
import { completeSheet } from '@/domain/reviews/rules'
import { roundName } from '@/domain/rounds/round-name'
import { query } from '@/lib/query'
import { calibrationReading, modelScores } from './plan'
import { criteriaWithModel, mustCalibrate, readCalibration } from './read-calibration'

/** The calibration plan for a reviewer of a round; the model scores only once they have given their own. */
export const calibrationOfRound = query('reviews.own', async ({ db, actor, input }) => {
  const { roundId } = input as { roundId: string }
  const row = (await readOwn(db, actor)).find(({ round }) => round.id === roundId)
  if (row?.round.settings.calibration !== true) return undefined
  const answer = await readCalibration(db, roundId, actor.userId)
  const criteria = criteriaWithModel(row.round.settings)
  return {
    round: row.round,
    criteria,
    reading: calibrationReading,
    given: answer && {
      at: answer.at,
      scores: completeSheet(criteria, answer.sheet).map((own) => ({
        ...own,
        model: modelScores[own.criterion]!,
      })),
    },
  }
})

/** The reviewer's rounds that have a calibration plan, and whether it still waits for them. */
export const ownCalibrations = query('reviews.own', async ({ db, actor }) => {
  const rows = await readOwn(db, actor)
  const known = new Map(rows.map(({ round }) => [round.id, round]))
  const calibrations: { roundId: string; round: string; waiting: boolean }[] = []
  for (const round of known.values())
    if (round.settings.calibration === true)
      calibrations.push({
        roundId: round.id,
        round: roundName(round),
        waiting: await mustCalibrate(db, round, actor.userId),
      })
  return calibrations
})
