import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessPanel, type Parameters, severityIn, standardParameters } from './assess-panel'
import { drawnShare } from './draw'
import type { Panel } from './measure-panel'

const parameters: Parameters = { ...standardParameters, draws: 50, seed: 'spring' }
const rubric: Panel['rubric'] = {
  criteria: [
    { id: 'quality', weightBp: 6000 },
    { id: 'creativity', weightBp: 4000 },
  ],
  scale: { min: 0, max: 5 },
  passLineHundredths: 6000,
  criterionMinimumHundredths: 200,
}

/** Ten plans from 1 to 5, three of six reviewers each; R5 gives a point and a half less than the others. */
const panel: Panel = {
  rubric,
  reviews: Array.from({ length: 10 }, (_, p) =>
    [p, p + 1, p + 2].map((each) => {
      const reviewer = each % 6
      const give = (criterion: string) => {
        const noise = Math.round(drawnShare('noise', `${p} ${reviewer} ${criterion}`) * 2 - 1)
        const value = Math.round(1.5 + p / 3) + noise - (reviewer === 5 ? 2 : 0)
        return Math.max(0, Math.min(5, value))
      }
      return {
        plan: `P${p}`,
        reviewer: `R${reviewer}`,
        scores: { quality: give('q'), creativity: give('c') },
      }
    }),
  ).flat(),
}
const figures = assessPanel(panel, parameters)
const planOf = (name: string) => figures.plans.find(({ plan }) => plan === name)!

test('stands the calibrated score beside the plan score, with its chance of reaching the line', () => {
  for (const { score, calibrated, chance, error, withoutOne, otherWeights } of figures.plans) {
    expect(calibrated).not.toBeNull()
    expect(error).toBeGreaterThan(0)
    expect(chance! > 0.5).toBe(calibrated! > 60)
    expect(withoutOne!.raw.low).toBeLessThanOrEqual(score!)
    expect(withoutOne!.calibrated!.high).toBeGreaterThanOrEqual(calibrated!)
    expect(otherWeights!.bestPlace).toBeLessThanOrEqual(otherWeights!.worstPlace)
  }
  expect(planOf('P0').chance).toBeLessThan(0.05)
  expect(planOf('P8').chance).toBeGreaterThan(0.9)
  expect(planOf('P3').chanceByCriterion.quality).toBeGreaterThan(0.5)
})

test('knows the severe reviewer', () => {
  const severe = figures.reviewers.find(({ reviewer }) => reviewer === 'R5')!
  expect(severe.effect).toBeLessThan(-12)
  expect(severe.error).toBeGreaterThan(0)
  expect(
    figures.reviewers.every(({ reviewer, effect }) => reviewer === 'R5' || effect! > severe.effect! + 10),
  ).toBe(true)
})

test('tells severity alone as it does with everything else', () => {
  expect(severityIn(panel, parameters)).toEqual(figures.reviewers)
})

test('queues for one more reader the plans whose chance is between the bounds, the least certain first', () => {
  const between = figures.plans.filter(({ chance }) => chance! > 0.1 && chance! < 0.9)
  expect(between.length).toBeGreaterThan(1)
  const certainty = (name: string) => Math.abs(planOf(name).chance! - 0.5)
  expect(figures.nearLine).toEqual(
    between.map(({ plan }) => plan).sort((a, b) => certainty(a) - certainty(b)),
  )
  const narrow = assessPanel(panel, { ...parameters, nearLine: { above: 0.49, below: 0.51 } })
  expect(narrow.nearLine.length).toBeLessThan(figures.nearLine.length)
})

test('measures agreement on every criterion and on the points', () => {
  expect(figures.agreement.map(({ criterion }) => criterion)).toEqual(['quality', 'creativity', null])
  for (const { krippendorffAlpha, icc } of figures.agreement) {
    expect(krippendorffAlpha.value).toBeGreaterThan(0.1)
    expect(icc).toEqual({ because: 'Not every rater rated every item.' })
  }
})

test('the order of the reviews changes nothing', () => {
  const shuffled = fc.shuffledSubarray([...panel.reviews], { minLength: panel.reviews.length })
  fc.assert(
    fc.property(shuffled, (reviews) => {
      expect(assessPanel({ ...panel, reviews }, parameters)).toEqual(figures)
    }),
    { numRuns: 10 },
  )
})

test('when everybody reads everything, calibrated scores are the plan scores', () => {
  const complete = {
    rubric,
    reviews: ['P', 'Q', 'S'].flatMap((plan) =>
      ['A', 'B', 'C'].map((reviewer) => {
        const give = (criterion: string) =>
          Math.floor(drawnShare('complete', `${plan}${reviewer}${criterion}`) * 6)
        return { plan, reviewer, scores: { quality: give('q'), creativity: give('c') } }
      }),
    ),
  }
  for (const { score, calibrated } of assessPanel(complete, parameters).plans)
    expect(calibrated).toBeCloseTo(score!, 9)
})

describe('says what it cannot tell:', () => {
  const sheet = (plan: string, reviewer: string, value: number | null) => ({
    plan,
    reviewer,
    scores: { quality: value, creativity: value },
  })
  const assess = (reviews: Panel['reviews']) => assessPanel({ rubric, reviews }, parameters)

  test('a panel in pieces has plan scores and nothing calibrated', () => {
    const found = assess([sheet('P', 'A', 4), sheet('Q', 'B', 2), sheet('S', 'B', 3)])
    expect(found.pieces).toEqual([
      { plans: ['Q', 'S'], reviewers: ['B'] },
      { plans: ['P'], reviewers: ['A'] },
    ])
    expect(found.plans[0]).toMatchObject({
      score: 80,
      passes: true,
      calibrated: null,
      passesCalibrated: null,
      chance: null,
      withoutOne: { calibrated: null },
    })
    expect(found.nearLine).toEqual([])
  })

  test('a plan without a score', () => {
    const found = assess([sheet('P', 'A', null), sheet('Q', 'A', 3), sheet('Q', 'B', 4)])
    expect(found.plans[0]).toMatchObject({
      score: null,
      calibrated: null,
      withoutOne: null,
      otherWeights: null,
    })
  })

  test('chances where reviewers do not differ', () => {
    const found = assess([sheet('P', 'A', 3), sheet('P', 'B', 3)])
    expect(found.because).toMatch(/do not differ/)
    expect(found.plans[0]).toMatchObject({
      calibrated: 60,
      passesCalibrated: true,
      chance: null,
      error: null,
    })
  })

  test('severity with fewer than three reviews', () => {
    const found = assess([
      sheet('P', 'A', 3),
      sheet('Q', 'A', 4),
      sheet('S', 'A', 2),
      sheet('P', 'B', 1),
      sheet('Q', 'B', 3),
    ])
    expect(found.reviewers).toEqual([
      { reviewer: 'A', reviews: 3, effect: expect.any(Number), error: expect.any(Number) },
      { reviewer: 'B', reviews: 2, effect: null, error: null },
    ])
  })

  test('nothing at all of no reviews', () => {
    expect(assess([])).toMatchObject({ plans: [], reviewers: [], pieces: [], nearLine: [] })
  })
})
