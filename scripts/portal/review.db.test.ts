import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeAssignment, makeChair, makeReviewer } from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { assessRound } from '@/domain/reviews/assess-round'
import { answer } from './answer'
import review from './review'

afterAll(closeDatabase)

/** By plan, by reviewer; somebody left a criterion out, and somebody has not finished. */
const sheets = [
  [[5, 4, 4], [4, 'na', 4], undefined],
  [
    [4, 3, 3],
    [3, 2, 3],
    [3, 3, 2],
  ],
  [undefined, [2, 1, 2], [1, 1, 3]],
] as const

test('review calibrate makes the figures of the panel’s page from the file that it offers (R6.5)', async () => {
  const round = await makeRound({ state: 'review', labels: sheets.length })
  const reviewers = [await makeReviewer(), await makeReviewer(), await makeReviewer()]
  for (const [p, row] of sheets.entries()) {
    const plan = await makeSubmittedApplication({ lotId: round.lots[p]!.id })
    for (const [r, values] of row.entries())
      await makeAssignment(plan, { reviewer: reviewers[r]!, values, submitted: values !== undefined })
  }
  const { bundle, hash, figures } = (await assessRound(await makeChair(), { roundId: round.id }))!
  const file = JSON.stringify({ bundle, hash })
  const { exitCode, document } = await answer([review], ['review', 'calibrate'], async () => file)
  expect(exitCode).toBe(0)
  expect(document).toEqual({ hash, figures })
  expect(figures.plans.map(({ calibrated }) => typeof calibrated)).toEqual(['number', 'number', 'number'])
})
