import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calibration, calibrate } from './calibrate'
import type { Score } from './review-graph'

const must = (scores: readonly Score[], lambda = 0): Calibration => {
  const found = calibrate(scores, lambda)
  if (!found.connected) throw new Error('The graph is in pieces.')
  return found
}
const objective = (scores: readonly Score[], lambda: number, at: Pick<Calibration, 'plans' | 'reviewers'>) =>
  scores.reduce((sum, [p, r, y]) => sum + (y - at.plans.get(p)! - at.reviewers.get(r)!) ** 2, 0) +
  lambda * [...at.reviewers.values()].reduce((sum, effect) => sum + effect ** 2, 0)

/** Connected designs: all reviewers read the first plan, and any more besides. */
const someScores = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([plans, reviewers]) =>
    fc
      .array(fc.option(fc.integer({ min: 0, max: 10 })), {
        minLength: plans * reviewers,
        maxLength: plans * reviewers,
      })
      .map((values) =>
        values.flatMap((value, i): Score[] => {
          const [plan, reviewer] = [Math.floor(i / reviewers), i % reviewers]
          if (value === null && plan > 0 && reviewer > 0) return []
          return [[`P${plan}`, `R${reviewer}`, value ?? 5]]
        }),
      ),
  )
const someLambda = fc.constantFrom(0, 0.25, 1, 7)

test('two reviewers, one a point and a half above the other', () => {
  const found = must([
    ['P1', 'R1', 7],
    ['P1', 'R2', 4],
    ['P2', 'R1', 9],
    ['P3', 'R2', 2],
  ])
  expect(Object.fromEntries(found.plans)).toEqual({ P1: 5.5, P2: 7.5, P3: 3.5 })
  expect(found.reviewers.get('R1')).toBeCloseTo(1.5, 12)
  expect(found.reviewers.get('R2')).toBeCloseTo(-1.5, 12)
  expect(Object.fromEntries(found.raw)).toEqual({ P1: 5.5, P2: 9, P3: 2 })
})

test('ridge draws the effects of the reviewers towards zero', () => {
  // By hand: with one plan of two, b = (7 − 4) / 2 / (1 + λ).
  const { reviewers } = must(
    [
      ['P', 'A', 7],
      ['P', 'B', 4],
    ],
    2,
  )
  expect(reviewers.get('A')).toBeCloseTo(0.5, 12)
})

test('names the pieces of a graph that is not connected', () => {
  expect(
    calibrate(
      [
        ['P1', 'R1', 7],
        ['P2', 'R2', 4],
        ['P3', 'R2', 1],
      ],
      1,
    ),
  ).toEqual({
    connected: false,
    pieces: [
      { plans: ['P2', 'P3'], reviewers: ['R2'] },
      { plans: ['P1'], reviewers: ['R1'] },
    ],
  })
})

test('a plan and a reviewer of one name are two', () => {
  expect(
    calibrate(
      [
        ['A', 'B', 1],
        ['B', 'A', 2],
      ],
      0,
    ),
  ).toMatchObject({ connected: false })
})

describe('laws', () => {
  test('agrees with the dense normal equations', () => {
    fc.assert(
      fc.property(someScores, someLambda, (scores, lambda) => {
        const found = must(scores, lambda)
        const dense = byElimination(scores, lambda)
        for (const [name, effect] of found.plans) expect(effect).toBeCloseTo(dense.get(`plan ${name}`)!, 8)
        for (const [name, effect] of found.reviewers)
          expect(effect).toBeCloseTo(dense.get(`reviewer ${name}`)!, 8)
      }),
    )
  })

  test('no step away from the answer is better, and the reviewers sum to zero', () => {
    fc.assert(
      fc.property(
        someScores,
        someLambda,
        fc.infiniteStream(fc.double({ min: -1, max: 1, noNaN: true })),
        (scores, lambda, steps) => {
          const found = must(scores, lambda)
          const moved = (effects: Map<string, number>) =>
            new Map([...effects].map(([name, effect]) => [name, effect + steps.next().value]))
          const away = { plans: moved(found.plans), reviewers: moved(found.reviewers) }
          expect(objective(scores, lambda, away)).toBeGreaterThanOrEqual(
            objective(scores, lambda, found) - 1e-9,
          )
          expect([...found.reviewers.values()].reduce((a, b) => a + b)).toBeCloseTo(0, 9)
        },
      ),
    )
  })

  test('the order of the scores changes nothing', () => {
    fc.assert(
      fc.property(
        someScores.chain((scores) =>
          fc.tuple(fc.constant(scores), fc.shuffledSubarray(scores, { minLength: scores.length })),
        ),
        someLambda,
        ([scores, shuffled], lambda) => {
          expect(must(shuffled, lambda)).toEqual(must(scores, lambda))
        },
      ),
    )
  })

  test('a constant added to one reviewer moves that reviewer against the others and no plan against another', () => {
    fc.assert(
      fc.property(someScores, fc.integer({ min: 1, max: 9 }), (scores, more) => {
        const before = must(scores)
        const after = must(scores.map(([p, r, y]): Score => [p, r, r === 'R0' ? y + more : y]))
        const count = before.reviewers.size
        for (const [name, effect] of before.reviewers) {
          const own = name === 'R0' ? more : 0
          expect(after.reviewers.get(name)).toBeCloseTo(effect + own - more / count, 8)
        }
        for (const [name, effect] of before.plans)
          expect(after.plans.get(name)).toBeCloseTo(effect + more / count, 8)
      }),
    )
  })

  test('reviewers who agree on every plan are given no effect, and plans keep their means', () => {
    fc.assert(
      fc.property(someScores, someLambda, (scores, lambda) => {
        const agreed = new Map(scores.map(([plan, , y]) => [plan, y]))
        const found = must(
          scores.map(([p, r]): Score => [p, r, agreed.get(p)!]),
          lambda,
        )
        for (const effect of found.reviewers.values()) expect(effect).toBeCloseTo(0, 9)
        for (const [plan, effect] of found.plans) expect(effect).toBeCloseTo(agreed.get(plan)!, 9)
      }),
    )
  })

  test('when everybody reads everything, plans keep their means', () => {
    const complete = fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(complete, someLambda, (rows, lambda) => {
        const found = must(
          rows.flatMap((row, p) => row.map((y, r): Score => [`P${p}`, `R${r}`, y])),
          lambda,
        )
        for (const [plan, mean] of found.raw) expect(found.plans.get(plan)).toBeCloseTo(mean, 9)
      }),
    )
  })

  test('an endless λ gives the raw means, λ = 0 and a tiny one are least squares', () => {
    fc.assert(
      fc.property(someScores, (scores) => {
        const [endless, none, tiny] = [must(scores, 1e12), must(scores), must(scores, 1e-12)]
        for (const [plan, mean] of endless.raw) {
          expect(endless.plans.get(plan)).toBeCloseTo(mean, 8)
          expect(tiny.plans.get(plan)).toBeCloseTo(none.plans.get(plan)!, 8)
        }
      }),
    )
  })
})

/** All normal equations at once, with Σ reviewer = 0 as one more, by elimination. Knows nothing of Schur or Cholesky. */
function byElimination(scores: readonly Score[], lambda: number): Map<string, number> {
  const names = [...new Set(scores.flatMap(([p, r]) => [`plan ${p}`, `reviewer ${r}`]))]
  const rows = names.map((name) => {
    const row = names.map(() => 0).concat(0)
    const at = (other: string) => names.indexOf(other)
    for (const [p, r, y] of scores) {
      if (name !== `plan ${p}` && name !== `reviewer ${r}`) continue
      row[at(`plan ${p}`)]! += 1
      row[at(`reviewer ${r}`)]! += 1
      row[names.length]! += y
    }
    if (name.startsWith('reviewer ')) row[at(name)]! += lambda
    return row
  })
  rows.push([...names.map((name) => (name.startsWith('reviewer ') ? 1 : 0)), 0])
  for (let column = 0; column < names.length; column += 1) {
    const best = rows.slice(column).reduce((a, b) => (Math.abs(b[column]!) > Math.abs(a[column]!) ? b : a))
    rows.splice(rows.indexOf(best), 1)
    rows.splice(column, 0, best)
    for (const row of rows) {
      if (row === best) continue
      const factor = row[column]! / best[column]!
      for (let j = column; j <= names.length; j += 1) row[j]! -= factor * best[j]!
    }
  }
  return new Map(names.map((name, i) => [name, rows[i]![names.length]! / rows[i]![i]!]))
}
