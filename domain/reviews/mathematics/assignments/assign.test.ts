import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawnShare } from '../draw'
import { type Assignment, assign, type Infeasible, type Wanted } from './assign'
import { explainShortage } from './explain-shortage'

const must = (wanted: Wanted): Assignment => {
  const found = assign(wanted)
  if ('demand' in found) throw new Error(explainShortage(found))
  return found
}

/** Two plans, three reviewers: the greatest sum gives P1 both experts, the fairest one each. */
const wanted: Wanted = {
  plans: [
    { id: 'P1', demand: 1 },
    { id: 'P2', demand: 2 },
  ],
  reviewers: [
    { id: 'A', cap: 1 },
    { id: 'B', cap: 2 },
    { id: 'C', cap: 2 },
  ],
  affinity: [
    [90_000, 20_000, 10_000],
    [30_000, 10_000, 0],
  ],
  conflicts: [],
  objective: 'max-sum',
  seed: 'spring',
}

test('max-sum and max-min-then-sum differ where fairness costs', () => {
  expect(must(wanted)).toEqual({
    pairs: [
      ['P1', 'A'],
      ['P2', 'B'],
      ['P2', 'C'],
    ],
    total: 100_000,
    worst: 10_000,
    worstAtMost: 10_000,
    totalAtMost: 100_000,
  })
  expect(must({ ...wanted, objective: 'max-min-then-sum' })).toEqual({
    pairs: [
      ['P1', 'B'],
      ['P2', 'A'],
      ['P2', 'B'],
    ],
    total: 60_000,
    worst: 20_000,
    worstAtMost: 20_000,
    totalAtMost: 60_000,
  })
})

test('no pair of conflict is assigned, and what stands stays', () => {
  const { pairs } = must({ ...wanted, conflicts: [['P1', 'A']], kept: [['P1', 'C']] })
  expect(pairs).toEqual([
    ['P1', 'C'],
    ['P2', 'A'],
    ['P2', 'B'],
  ])
})

test('says in words what is missing and the smallest change', () => {
  const found = assign({
    ...wanted,
    conflicts: [
      ['P2', 'B'],
      ['P2', 'C'],
    ],
  }) as Infeasible
  expect(explainShortage(found)).toBe(
    'Plan P2 needs 2 places, but the one reviewer left (A) can give 1. Smallest change: add one reviewer without conflicts who takes up to one plan.',
  )
  const short = assign({
    ...wanted,
    reviewers: wanted.reviewers.slice(0, 2).map(({ id }) => ({ id, cap: 1 })),
    affinity: [
      [1, 2],
      [3, 4],
    ],
  })
  expect(explainShortage(short as Infeasible)).toBe(
    'Plans P1, P2 need 3 places, but the 2 reviewers left (A, B) can give 2. Smallest change: raise the cap of A by 1, or add one reviewer without conflicts who takes up to one plan.',
  )
})

describe('ties', () => {
  const level = (seed: string): Wanted => ({
    ...wanted,
    plans: Array.from({ length: 6 }, (_, p) => ({ id: `P${p}`, demand: 2 })),
    reviewers: Array.from({ length: 6 }, (_, r) => ({ id: `R${r}`, cap: 2 })),
    affinity: Array.from({ length: 6 }, () => Array.from({ length: 6 }, () => 10_000)),
    objective: 'max-min-then-sum',
    seed,
  })

  test('are decided by the seed', () => {
    expect(must(level('spring'))).toEqual(must(level('spring')))
    const seeds = Array.from({ length: 20 }, (_, i) => JSON.stringify(must(level(`seed ${i}`)).pairs))
    expect(new Set(seeds).size).toBeGreaterThan(10)
  })

  test('and not by the order of plans, reviewers and conflicts', () => {
    const order = (length: number) =>
      fc.shuffledSubarray(
        Array.from({ length }, (_, i) => i),
        { minLength: length },
      )
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 36, maxLength: 36 }),
        order(6),
        order(6),
        fc.constantFrom('max-sum' as const, 'max-min-then-sum' as const),
        (worth, planOrder, reviewerOrder, objective) => {
          const given = {
            ...level('spring'),
            objective,
            conflicts: [
              ['P0', 'R0'],
              ['P1', 'R3'],
            ] as [string, string][],
          }
          const affinity = given.plans.map((_, p) =>
            given.reviewers.map((__, r) => worth[p * 6 + r]! * 10_000),
          )
          const moved = {
            ...given,
            plans: planOrder.map((p) => given.plans[p]!),
            reviewers: reviewerOrder.map((r) => given.reviewers[r]!),
            affinity: planOrder.map((p) => reviewerOrder.map((r) => affinity[p]![r]!)),
            conflicts: [...given.conflicts].reverse(),
          }
          expect(must(moved)).toEqual(must({ ...given, affinity }))
        },
      ),
    )
  })
})

/** Loads, demands and conflicts of a whole panel; every plan and reviewer by number. */
function panel(
  plans: number,
  reviewers: number,
  cap: number,
  worthOf: (p: number, r: number) => number,
): Wanted {
  return {
    plans: Array.from({ length: plans }, (_, p) => ({ id: `P${p}`, demand: 3 })),
    reviewers: Array.from({ length: reviewers }, (_, r) => ({ id: `R${r}`, cap })),
    affinity: Array.from({ length: plans }, (_, p) =>
      Array.from({ length: reviewers }, (__, r) => worthOf(p, r)),
    ),
    conflicts: Array.from({ length: plans }, (_, p): [string, string] => [
      `P${p}`,
      `R${(p * 7) % reviewers}`,
    ]),
    objective: 'max-min-then-sum',
    seed: 'spring',
  }
}

describe('300 plans and 30 reviewers', () => {
  const random = (p: number, r: number) => Math.floor(drawnShare('spring', `${p} ${r}`) * 10_001)

  test.each([
    ['affinities to four places, with no room to spare', 30, random],
    ['affinities to four places', 36, random],
    ['five levels of expertise', 36, (p: number, r: number) => Math.floor(random(p, r) / 2001) * 10_000],
    [
      'six experts for everything',
      36,
      (p: number, r: number) => (r < 6 ? 30_000 : Math.round(random(p, r) / 1e4) * 10_000),
    ],
  ])('are assigned with proof: %s', (_what, cap, worthOf) => {
    const given = panel(300, 30, cap, worthOf)
    const { pairs, total, worst, totalAtMost, worstAtMost } = must(given)
    expect({ total, worst }).toEqual({ total: totalAtMost, worst: worstAtMost })
    const refused = new Set(given.conflicts.map(String))
    expect(pairs.filter((pair) => refused.has(String(pair)))).toEqual([])
    const count = (place: 0 | 1, id: string) => pairs.filter((pair) => pair[place] === id).length
    expect(given.plans.every(({ id }) => count(0, id) === 3)).toBe(true)
    expect(given.reviewers.every(({ id }) => count(1, id) <= cap)).toBe(true)
    expect(new Set(pairs.map(String)).size).toBe(900)
  })
})
