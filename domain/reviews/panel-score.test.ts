import { describe, expect, test } from 'vitest'
import { panelScore } from './panel-score'
import { type Rubric, scorePlan } from './score'

const rubric: Rubric = {
  criteria: [
    { id: 'quality', weightBp: 6000 },
    { id: 'launch', weightBp: 4000 },
  ],
  scale: { min: 0, max: 5 },
  passLineHundredths: 6000,
  criterionMinimumHundredths: 200,
}
const sheets = [
  { quality: 5, launch: 3 },
  { quality: 2, launch: null },
]

describe('the panel’s score', () => {
  test('is the plan score while nothing is agreed on', () => {
    const panel = panelScore(rubric, sheets, {})
    expect(panel.score).toEqual(scorePlan(rubric, sheets))
    expect(panel.score).toBe(panel.raw)
  })

  test('takes an agreed value for its criterion and keeps the score from the reviewers alone beside it', () => {
    const panel = panelScore(rubric, sheets, { quality: 4 })
    expect(panel.score.byCriterion).toEqual({ quality: 4, launch: 3 })
    expect(panel.score.scoreHundredths).toBe(7200)
    expect(panel.raw).toEqual(scorePlan(rubric, sheets))
  })

  test('gives nobody a score who called the criterion not applicable', () => {
    const nobody = [
      { quality: 4, launch: null },
      { quality: 4, launch: null },
    ]
    expect(panelScore(rubric, nobody, { launch: 3 }).score.scoreHundredths).toBeNull()
  })

  test('a disagreement is open until its discussion is recorded, with a value or with the scores standing', () => {
    expect(panelScore(rubric, sheets, {}).undiscussed.map(({ criterion }) => criterion)).toEqual(['quality'])
    expect(panelScore(rubric, sheets, { quality: 4 }).undiscussed).toEqual([])
    const standing = panelScore(rubric, sheets, { quality: null })
    expect(standing.undiscussed).toEqual([])
    expect(standing.score).toBe(standing.raw)
  })
})
