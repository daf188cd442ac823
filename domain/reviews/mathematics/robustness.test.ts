import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceAbove, uncertaintyOf } from './above-line'
import { designOf, fitEffects, varianceFactors } from './additive-model'
import { drawnShare } from './draw'
import { leaveOneOut } from './leave-one-out'
import { measurePanel, type Panel } from './measure-panel'
import { perturbWeights } from './perturb-weights'
import { studentBelow } from './student'

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

describe('Student’s t', () => {
  test.each([
    [6.314, 1, 0.95],
    [1.886, 2, 0.9],
    [3.182, 3, 0.975],
    [2.132, 4, 0.95],
    [2.228, 10, 0.975],
    [1.753, 15, 0.95],
    [2.042, 30, 0.975],
    [1.96, 100_000, 0.975],
  ])('%d with %d degrees of freedom is the quantile of the tables', (t, degrees, share) => {
    expect(studentBelow(t, degrees)).toBeCloseTo(share, 3)
    expect(studentBelow(-t, degrees)).toBeCloseTo(1 - share, 3)
    expect(studentBelow(0, degrees)).toBe(0.5)
  })
})

describe('how sure effects are', () => {
  /** Everybody reads the first plan; who reads what else is drawn. */
  const somePairs = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
    .chain(([plans, reviewers]) =>
      fc.array(fc.boolean(), { minLength: plans * reviewers, maxLength: plans * reviewers }).map((reads) =>
        reads.flatMap((read, i): [string, string][] => {
          const [p, r] = [Math.floor(i / reviewers), i % reviewers]
          return read || p === 0 || r === 0 ? [[`P${p}`, `R${r}`]] : []
        }),
      ),
    )

  test('the factors are the diagonal of the inverse of all equations, with Σ reviewer = 0', () => {
    fc.assert(
      fc.property(somePairs, fc.constantFrom(0, 0.5, 3), (pairs, lambda) => {
        const design = designOf(pairs, lambda)
        const factors = varianceFactors(design)
        const [p, r] = [design.plans.length, design.reviewers.length]
        const equations = Array.from({ length: p + r + 1 }, () => Array.from({ length: p + r + 1 }, () => 0))
        for (const { plan, reviewer } of design.reviews) {
          for (const a of [plan, p + reviewer]) for (const b of [plan, p + reviewer]) equations[a]![b]! += 1
        }
        for (let i = 0; i < r; i += 1) {
          equations[p + i]![p + i]! += lambda
          equations[p + i]![p + r] = 1
          equations[p + r]![p + i] = 1
        }
        const inverse = inverted(equations)
        for (const [i, factor] of factors.plans.entries()) expect(factor).toBeCloseTo(inverse[i]![i]!, 8)
        for (const [i, factor] of factors.reviewers.entries())
          expect(factor).toBeCloseTo(inverse[p + i]![p + i]!, 8)
      }),
    )
  })

  test.each([0, 4])('a chance of so much comes true so often (λ = %d)', (lambda) => {
    // Panels made by the model itself: 12 plans, 6 reviewers, each plan read by 3, noise of 8 points, reviewers of 4.
    const normal = (name: string) =>
      Array.from({ length: 12 }, (_, i) => drawnShare('truth', `${name} ${i}`)).reduce((a, b) => a + b) - 6
    const outcomes: { chance: number; isAbove: boolean }[] = []
    for (let panel = 0; panel < 150; panel += 1) {
      const gifts = Array.from({ length: 6 }, (_, r) => 4 * normal(`${panel} reviewer ${r}`))
      const average = gifts.reduce((a, b) => a + b) / 6
      const truths = Array.from(
        { length: 12 },
        (_, p) => 60 + 24 * (drawnShare('truth', `${panel} ${p}`) - 0.5),
      )
      const pairs = truths.flatMap((_, p) =>
        [p, p + 1, p * 2 + 3].map((r) => [`P${String(p).padStart(2, '0')}`, `R${r % 6}`] as const),
      )
      const distinct = [...new Map(pairs.map((pair) => [String(pair), pair])).values()]
      const design = designOf(distinct, lambda)
      const values = design.reviews.map(
        ({ plan, reviewer }) =>
          truths[plan]! + gifts[reviewer]! - average + 8 * normal(`${panel} ${plan} ${reviewer}`),
      )
      const fit = fitEffects(design, values)
      const sure = uncertaintyOf(design, values, fit)
      if ('because' in sure) throw new Error(sure.because)
      for (const [p, truth] of truths.entries()) {
        const chance = chanceAbove(60, fit.plans[p]!, sure.plans[p]!, sure.degrees)
        outcomes.push({ chance, isAbove: truth >= 60 })
      }
    }
    for (const [low, high] of [
      [0, 0.1],
      [0.1, 0.35],
      [0.35, 0.65],
      [0.65, 0.9],
      [0.9, 1.01],
    ] as const) {
      const within = outcomes.filter(({ chance }) => chance >= low && chance < high)
      const said = within.reduce((sum, { chance }) => sum + chance, 0) / within.length
      const came = within.filter(({ isAbove }) => isAbove).length / within.length
      expect(within.length).toBeGreaterThan(150)
      expect(Math.abs(said - came)).toBeLessThan(0.08)
    }
  })

  test('nothing is claimed from too few scores or from scores without difference', () => {
    const alone = designOf(
      [
        ['P1', 'R1'],
        ['P2', 'R1'],
      ],
      1,
    )
    const fit = fitEffects(alone, [10, 20])
    expect(uncertaintyOf(alone, [10, 20], fit)).toMatchObject({ because: expect.stringMatching(/too few/) })
    const level = designOf(
      [
        ['P1', 'R1'],
        ['P1', 'R2'],
      ],
      1,
    )
    expect(uncertaintyOf(level, [10, 10], fitEffects(level, [10, 10]))).toMatchObject({
      because: expect.stringMatching(/do not differ/),
    })
  })
})

describe('measuring a panel', () => {
  test('a sheet that leaves a criterion out takes the plan’s mean there, and moves no plan score', () => {
    const { raw, model } = measurePanel(
      { rubric, reviews: [sheet('P', 'A', 4, null), sheet('P', 'B', 2, 5), sheet('P', 'C', null, null)] },
      0,
    )
    expect(model?.design.reviewers).toEqual(['A', 'B'])
    expect(model?.points).toEqual([88, 64])
    expect(raw.get('P')?.score).toBe(76)
    expect(model?.pointsFit.plans[0]).toBeCloseTo(76, 12)
  })

  test('calibrates the points as the weighted criteria', () => {
    const reviews = [
      sheet('P', 'A', 4, 3),
      sheet('P', 'B', 2, 5),
      sheet('Q', 'A', 5, 4),
      sheet('Q', 'C', 1, 1),
      sheet('R', 'B', 3, 3),
    ]
    const { model } = measurePanel({ rubric, reviews }, 1)
    const [quality, creativity] = model!.fits
    for (const [p, points] of model!.pointsFit.plans.entries())
      expect(points).toBeCloseTo(12 * quality!.plans[p]! + 8 * creativity!.plans[p]!, 9)
  })

  test('leaves aside a plan with a criterion that nobody scored', () => {
    const { raw, model } = measurePanel(
      { rubric, reviews: [sheet('P', 'A', 4, null), sheet('Q', 'A', 3, 3)] },
      0,
    )
    expect(raw.get('P')?.score).toBeNull()
    expect(model?.design.plans).toEqual(['Q'])
  })
})

describe('without one reviewer', () => {
  // P: 72, 36 and 72, so 60 on the line. Q is read by A and B alone.
  const panel: Panel = {
    rubric,
    reviews: [
      sheet('P', 'A', 4, 3),
      sheet('P', 'B', 1, 3),
      sheet('P', 'C', 4, 3),
      sheet('Q', 'A', 5, 5),
      sheet('Q', 'B', 5, 5),
      sheet('S', 'C', 2, 2),
    ],
  }
  const found = leaveOneOut(panel, 0)

  test('the band reaches from the lowest to the highest score, and says who turns the outcome', () => {
    expect(found.get('P')).toMatchObject({ raw: { low: 54, high: 72 }, turnedBy: ['A', 'C'], missedBy: [] })
    expect(found.get('Q')).toMatchObject({ raw: { low: 100, high: 100 }, turnedBy: [] })
  })

  test('whose only reader is left out is named', () => {
    expect(found.get('S')).toMatchObject({ raw: { low: 40, high: 40 }, missedBy: ['C'] })
  })

  test('the calibrated band holds every calibrated score of the panel without one', () => {
    for (const left of ['A', 'B', 'C']) {
      const { model } = measurePanel(
        { rubric, reviews: panel.reviews.filter((review) => review.reviewer !== left) },
        0,
      )
      const place = model!.design.plans.indexOf('P')
      const { low, high } = found.get('P')!.calibrated!
      expect(model!.pointsFit.plans[place]).toBeGreaterThanOrEqual(low)
      expect(model!.pointsFit.plans[place]).toBeLessThanOrEqual(high)
    }
  })
})

describe('with other weights', () => {
  const settings = { seed: 'spring', draws: 400, spreadBp: 2000 }

  test('bands, places and passes come from the draws, and repeat', () => {
    const means = [
      [5, 1],
      [1, 5],
      [3, 3],
    ]
    const found = perturbWeights(rubric, means, settings)
    expect(perturbWeights(rubric, means, settings)).toEqual(found)
    expect(found[0]!.points.low).toBeLessThan(68)
    expect(found[0]!.points.high).toBeGreaterThan(68)
    // Weights of 6000 and 4000 moved by a fifth each: quality weighs 50 to 69 %.
    expect(found[0]!.points.low).toBeGreaterThanOrEqual(60)
    expect(found[0]!.points.high).toBeLessThanOrEqual(75.4)
    expect(found[0]).toMatchObject({ passes: 0, bestPlace: 1, worstPlace: 1 })
    expect(found[1]).toMatchObject({ bestPlace: 3, worstPlace: 3 })
    expect(found[2]).toEqual({
      points: { low: expect.closeTo(60, 9), high: expect.closeTo(60, 9) },
      passes: 1,
      bestPlace: 2,
      worstPlace: 2,
    })
  })

  test('another seed draws other weights, none at all changes nothing', () => {
    const means = [[5, 2]]
    const [spring] = perturbWeights(rubric, means, settings)
    const [autumn] = perturbWeights(rubric, means, { ...settings, seed: 'autumn' })
    expect(autumn!.points).not.toEqual(spring!.points)
    const [still] = perturbWeights(rubric, means, { ...settings, spreadBp: 0 })
    expect(still!.points.low).toBeCloseTo(76, 9)
    expect(still!.points.high).toBeCloseTo(76, 9)
  })

  test('a plan may pass under some weights only', () => {
    const [found] = perturbWeights(rubric, [[2.2, 4.2]], settings)
    expect(found!.passes).toBeGreaterThan(0.2)
    expect(found!.passes).toBeLessThan(0.8)
  })
})

/** The inverse by Gauss and Jordan. */
function inverted(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  for (let column = 0; column < size; column += 1) {
    const best = rows.slice(column).reduce((a, b) => (Math.abs(b[column]!) > Math.abs(a[column]!) ? b : a))
    rows.splice(rows.indexOf(best), 1)
    rows.splice(column, 0, best)
    const pivot = best[column]!
    for (let j = 0; j < 2 * size; j += 1) best[j]! /= pivot
    for (const row of rows) {
      const factor = row === best ? 0 : row[column]!
      if (factor !== 0) for (let j = 0; j < 2 * size; j += 1) row[j]! -= factor * best[j]!
    }
  }
  return rows.map((row) => row.slice(size))
}
