import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Rubric, type Scores, scorePlan } from './score'

const rubric: Rubric = {
  criteria: [
    { id: 'quality', weightBp: 4000 },
    { id: 'creativity', weightBp: 3000 },
    { id: 'launch', weightBp: 3000 },
  ],
  scale: { min: 0, max: 5 },
  passLineHundredths: 6000,
  criterionMinimumHundredths: 200,
}
const scores = (quality: number | null, creativity: number | null, launch: number | null): Scores => ({
  quality,
  creativity,
  launch,
})

describe('the score of a plan', () => {
  test('weighs the mean of each criterion', () => {
    expect(scorePlan(rubric, [scores(5, 4, 3), scores(4, 4, 4)])).toEqual({
      score: 81,
      scoreHundredths: 8100,
      byCriterion: { quality: 4.5, creativity: 4, launch: 3.5 },
      reviews: 2,
      passes: true,
      disagreements: [],
    })
  })

  test('leaves “not applicable” and blank out of the mean; 0 counts', () => {
    const withNull = scorePlan(rubric, [scores(4, null, 4), { quality: 4, launch: 4 }, scores(4, 3, 4)])
    expect(withNull.byCriterion.creativity).toBe(3)
    expect(withNull.reviews).toBe(3)
    expect(scorePlan(rubric, [scores(4, 0, 4), scores(4, 3, 4)]).byCriterion.creativity).toBe(1.5)
  })

  test('is absent when nobody scored a criterion: its weight is not shared out', () => {
    expect(scorePlan(rubric, [scores(5, null, 5)])).toMatchObject({
      score: null,
      scoreHundredths: null,
      byCriterion: { quality: 5, creativity: null, launch: 5 },
      passes: false,
    })
    expect(scorePlan(rubric, [])).toMatchObject({ score: null, reviews: 0, passes: false, disagreements: [] })
  })

  test('is stored in hundredths, rounded half up', () => {
    const halves: Rubric = {
      ...rubric,
      criteria: [
        { id: 'quality', weightBp: 9999 },
        { id: 'creativity', weightBp: 1 },
      ],
    }
    const plan = scorePlan(halves, [
      { quality: 0, creativity: 5 },
      { quality: 0, creativity: 0 },
    ])
    expect(plan.score).toBe(0.005)
    expect(plan.scoreHundredths).toBe(1)
  })
})

describe('the pass line', () => {
  test('is met by a score exactly on it, where binary fractions would fall short', () => {
    const thirds: Rubric = {
      ...rubric,
      criteria: ['a', 'b', 'c', 'd', 'e', 'f'].map((id, i) => ({ id, weightBp: i < 4 ? 1667 : 1666 })),
    }
    const three = Object.fromEntries(thirds.criteria.map(({ id }) => [id, 3]))
    expect(scorePlan(thirds, [three, three, three])).toMatchObject({ score: 60, passes: true })
  })

  test('is not met a hair below it, though two decimals print the same', () => {
    const mean = (criterionScores: number[]) => criterionScores.map((quality) => ({ quality }))
    const single: Rubric = { ...rubric, criteria: [{ id: 'quality', weightBp: 10_000 }] }
    const plan = scorePlan(single, mean([...Array(4999).fill(3), 2]))
    expect(plan).toMatchObject({ scoreHundredths: 6000, passes: false })
    expect(plan.score).toBeLessThan(60)
  })

  test('asks the minimum of each criterion, too', () => {
    expect(scorePlan(rubric, [scores(5, 2, 5)]).passes).toBe(true)
    expect(scorePlan(rubric, [scores(5, 1, 5)])).toMatchObject({ score: 76, passes: false })
    expect(scorePlan(rubric, [scores(5, 2, 5), scores(5, 1, 5)]).passes).toBe(false)
  })
})

describe('disagreement', () => {
  test('is a range of two or more on a criterion', () => {
    expect(scorePlan(rubric, [scores(5, 3, 4), scores(3, 4, 4), scores(4, null, 4)]).disagreements).toEqual([
      { criterion: 'quality', min: 3, max: 5, range: 2 },
    ])
  })

  test('does not come from “not applicable”', () => {
    expect(scorePlan(rubric, [scores(5, 5, 5), scores(5, null, 5)]).disagreements).toEqual([])
  })
})

describe('for any reviews', () => {
  const value = fc.option(fc.integer({ min: 0, max: 5 }), { nil: null })
  const sheet = fc.record({ quality: value, creativity: value, launch: value })
  const sheets = fc.array(sheet, { maxLength: 7 })

  test('the score is the formula of the rulebook, written out with floats', () => {
    fc.assert(
      fc.property(sheets, (reviews) => {
        const means = rubric.criteria.map(({ id, weightBp }) => {
          const given = reviews.map((review) => review[id as keyof typeof review]).filter((v) => v !== null)
          return { weightBp, mean: given.length ? given.reduce((a, b) => a + b) / given.length : null }
        })
        const { score, scoreHundredths } = scorePlan(rubric, reviews)
        if (means.some(({ mean }) => mean === null)) {
          expect(score).toBeNull()
        } else {
          const naive = means.reduce(
            (sum, { weightBp, mean }) => sum + ((weightBp / 10_000) * (mean ?? 0)) / 5,
            0,
          )
          expect(score).toBeCloseTo(100 * naive, 9)
          expect(Math.abs((scoreHundredths ?? 0) / 100 - (score ?? 0))).toBeLessThanOrEqual(0.005000001)
        }
      }),
    )
  })

  test('the order of the reviews does not matter, and a raised score never lowers the plan', () => {
    fc.assert(
      fc.property(sheets, sheet, (reviews, extra) => {
        const before = scorePlan(rubric, [...reviews, extra])
        expect(scorePlan(rubric, [extra, ...reviews])).toEqual(before)
        const raised = { ...extra, quality: extra.quality === null ? null : 5 }
        expect(scorePlan(rubric, [...reviews, raised]).score ?? 0).toBeGreaterThanOrEqual(before.score ?? 0)
      }),
    )
  })
})
