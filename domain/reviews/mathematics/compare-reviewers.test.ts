import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareReviewers } from './compare-reviewers'
import { countScores } from './count-scores'
import type { Panel } from './measure-panel'

const rubric: Panel['rubric'] = {
  criteria: [
    { id: 'quality', weightBp: 6000 },
    { id: 'creativity', weightBp: 4000 },
  ],
  scale: { min: 0, max: 5 },
  passLineHundredths: 6000,
  criterionMinimumHundredths: 200,
}
const sheet = (plan: string, reviewer: string, quality: number | null, creativity: number | null) => ({
  plan,
  reviewer,
  scores: { quality, creativity },
})
const reviews = [
  sheet('P', 'B', 5, 3),
  sheet('P', 'A', 3, 3),
  sheet('Q', 'A', 4, null),
  sheet('Q', 'B', 3, 2),
  sheet('Q', 'C', 0, null),
  sheet('S', 'C', 1, null),
]

test('two reviewers are compared on what both gave, and on nothing else', () => {
  expect(compareReviewers({ rubric, reviews })).toEqual([
    { one: 'A', other: 'B', plans: 2, apart: 1, same: 1 / 3 },
    { one: 'A', other: 'C', plans: 1, apart: 4, same: 0 },
    { one: 'B', other: 'C', plans: 1, apart: 3, same: 0 },
  ])
  const apart = [sheet('P', 'A', null, 3), sheet('P', 'B', 3, null)]
  expect(compareReviewers({ rubric, reviews: apart })).toEqual([])
})

test('each value is counted once, and what is left out beside them', () => {
  expect(countScores({ rubric, reviews })).toEqual([
    { criterion: 'quality', counts: [1, 1, 0, 2, 1, 1], without: 0 },
    { criterion: 'creativity', counts: [0, 0, 1, 2, 0, 0], without: 3 },
  ])
})

test('the order of the reviews changes neither', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(reviews, { minLength: reviews.length }), (shuffled) => {
      expect(compareReviewers({ rubric, reviews: shuffled })).toEqual(compareReviewers({ rubric, reviews }))
      expect(countScores({ rubric, reviews: shuffled })).toEqual(countScores({ rubric, reviews }))
    }),
  )
})
