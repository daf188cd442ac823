import { describe, expect, test } from 'vitest'
import { assessPanel, standardParameters } from '@/domain/reviews/mathematics/assess-panel'
import { bundleOf } from '@/domain/reviews/score-bundle'
import { answer } from './answer'
import review from './review'

async function ask(verb: string, input: unknown) {
  const { exitCode, document } = await answer([review], ['review', verb], async () => JSON.stringify(input))
  return { exitCode, ...JSON.parse(JSON.stringify(document)) }
}
const refusalOf = async (verb: string, input: unknown) => {
  const { exitCode, error } = await ask(verb, input)
  expect(exitCode).toBe(2)
  expect(error.message).toMatch(/\.$/)
  return [error.code, error.path]
}

describe('review calibrate', () => {
  const scores = [
    ['P1', 'R1', 8],
    ['P1', 'R2', 4],
    ['P2', 'R1', 9],
  ]

  test('tells the effects of plans and reviewers beside the means', async () => {
    expect(await ask('calibrate', { scores, model: 'least-squares' })).toEqual({
      exitCode: 0,
      plans: { P1: 6, P2: expect.closeTo(7, 12) },
      reviewers: { R1: expect.closeTo(2, 12), R2: expect.closeTo(-2, 12) },
      raw: { P1: 6, P2: 9 },
      connected: true,
    })
  })

  test('takes λ for ridge, and 1 when none is given', async () => {
    expect(await ask('calibrate', { scores, model: 'ridge', lambda: 3 })).toMatchObject({
      reviewers: { R1: expect.closeTo(0.5, 12), R2: expect.closeTo(-0.5, 12) },
    })
    expect(await ask('calibrate', { scores, model: 'ridge' })).toEqual(
      await ask('calibrate', { scores, model: 'ridge', lambda: 1 }),
    )
  })

  test('refuses a graph in pieces and names them', async () => {
    const input = { scores: [...scores, ['P3', 'R3', 5]], model: 'ridge', lambda: 1 }
    const { exitCode, error } = await ask('calibrate', input)
    expect({ exitCode, ...error }).toEqual({
      exitCode: 2,
      code: 'calibration.disconnected',
      message:
        'The reviews fall into 2 pieces that share no reviewer, so their scores cannot be compared: P1, P2 (read by R1, R2); P3 (read by R3).',
      path: 'scores',
      pieces: [
        { plans: ['P1', 'P2'], reviewers: ['R1', 'R2'] },
        { plans: ['P3'], reviewers: ['R3'] },
      ],
    })
  })

  test.each([
    [{ scores: [] }, 'input.invalid', 'scores'],
    [{ scores: [...scores, scores[0]] }, 'review.repeated', 'scores.3'],
    [{ scores: [['P1', 'R1']] }, 'input.invalid', 'scores.0'],
    [{ scores: [['__proto__', 'R1', 1]] }, 'input.invalid', 'scores.0.0'],
    [{ scores, lambda: -1 }, 'input.invalid', 'lambda'],
    [{ scores, model: 'z-score' }, 'input.invalid', 'model'],
    [{ scores, seed: 'x' }, 'input.unknown-key', 'seed'],
  ])('refuses %j', async (input, code, path) => {
    expect(await refusalOf('calibrate', input)).toEqual([code, path])
  })
})

test('refuses a panel beyond all measure', async () => {
  const names = Array.from({ length: 50_001 }, (_, r) => `R${r}`)
  const scores = names.slice(0, 1001).map((reviewer) => ['P', reviewer, 1])
  expect(await refusalOf('calibrate', { scores })).toEqual(['calibration.too-large', 'scores'])
  const plans = ['P1', 'P2'].map((id) => ({ id, demand: 1 }))
  const reviewers = names.map((id) => ({ id, cap: 1 }))
  expect(await refusalOf('assign', { plans, reviewers, affinity: [] })).toEqual([
    'assignment.too-large',
    'plans',
  ])
})

describe('review calibrate, of a bundle', () => {
  const rubric = {
    criteria: [{ id: 'quality', weightBp: 10_000 }],
    scale: { min: 0, max: 5 },
    passLineHundredths: 6000,
    criterionMinimumHundredths: 200,
  }
  const reviews = [
    { plan: 'P', reviewer: 'A', scores: { quality: 4 } },
    { plan: 'P', reviewer: 'B', scores: { quality: 2 } },
    { plan: 'Q', reviewer: 'A', scores: { quality: 5 } },
  ]
  const parameters = { ...standardParameters, draws: 10, seed: 'spring' }
  const exported = bundleOf({ rubric, reviews }, parameters)

  test('gives the figures that the portal shows', async () => {
    const { exitCode, hash, figures } = await ask('calibrate', exported)
    expect({ exitCode, hash }).toEqual({ exitCode: 0, hash: exported.hash })
    expect(figures).toEqual(JSON.parse(JSON.stringify(assessPanel({ rubric, reviews }, parameters))))
  })

  test.each([
    [{ ...exported, bundle: { ...exported.bundle, reviews: [] } }, 'bundle.altered', 'hash'],
    [{ bundle: exported.bundle }, 'input.invalid', 'hash'],
    [{ ...exported, scores: [['P', 'A', 1]] }, 'calibration.two-inputs', 'bundle'],
    [{ ...exported, bundle: { ...exported.bundle, model: 2 } }, 'input.invalid', 'bundle.model'],
    [{ ...exported, bundle: { ...exported.bundle, more: 1 } }, 'input.unknown-key', 'bundle.more'],
    [{}, 'input.invalid', 'scores'],
  ])('refuses %j', async (input, code, path) => {
    expect(await refusalOf('calibrate', input)).toEqual([code, path])
  })
})

describe('review reliability', () => {
  const ask2 = (ratings: unknown, level = 'interval') =>
    ask('reliability', { ratings, layout: 'raters-by-items', level })

  test('tells α and the six correlations of complete data', async () => {
    const judges = [
      [9, 6, 8, 7, 10, 6],
      [2, 1, 4, 1, 5, 2],
      [5, 3, 6, 2, 6, 4],
      [8, 2, 8, 6, 9, 7],
    ]
    expect(await ask2(judges)).toEqual({
      exitCode: 0,
      krippendorffAlpha: expect.closeTo(0.1473, 4),
      icc: {
        ICC1: expect.closeTo(0.17, 2),
        ICC2: expect.closeTo(0.29, 2),
        ICC3: expect.closeTo(0.71, 2),
        ICC1k: expect.closeTo(0.44, 2),
        ICC2k: expect.closeTo(0.62, 2),
        ICC3k: expect.closeTo(0.91, 2),
      },
    })
  })

  test('says why something is undefined', async () => {
    expect(
      await ask2([
        [1, 2],
        [1, null],
      ]),
    ).toEqual({
      exitCode: 0,
      krippendorffAlpha: null,
      icc: null,
      because: { krippendorffAlpha: 'All ratings are the same.', icc: 'Not every rater rated every item.' },
    })
    expect(
      await ask2([
        [1, 2],
        [2, 1],
      ]),
    ).toMatchObject({
      icc: { ICC1: -1, ICC1k: null },
      because: { ICC1k: 'The items do not differ enough to compare the raters by.' },
    })
  })

  test.each([
    [{ ratings: [], level: 'nominal' }, 'input.invalid', 'ratings'],
    [{ ratings: [[1, 2], [1]], level: 'nominal' }, 'ratings.uneven', 'ratings.1'],
    [{ ratings: [['good']], level: 'nominal' }, 'input.invalid', 'ratings.0.0'],
    [{ ratings: [[1]], level: 'absolute' }, 'input.invalid', 'level'],
    [{ ratings: [[1]], layout: 'items-by-raters', level: 'ratio' }, 'input.invalid', 'layout'],
  ])('refuses %j', async (input, code, path) => {
    expect(await refusalOf('reliability', input)).toEqual([code, path])
  })
})

describe('review assign', () => {
  const input = {
    plans: [
      { id: 'p0', demand: 1 },
      { id: 'p1', demand: 2 },
    ],
    reviewers: [
      { id: 'r0', cap: 1 },
      { id: 'r1', cap: 2 },
      { id: 'r2', cap: 2 },
    ],
    affinity: [
      [0.9, 0.2, 0.1],
      [0.3, 0.1, 0.0001],
    ],
    conflicts: [],
    objective: 'max-sum',
    seed: 'spring',
  }

  test('answers with the pairs, the total and what the worst-off plan has', async () => {
    expect(await ask('assign', input)).toEqual({
      exitCode: 0,
      assignment: [
        ['p0', 'r0'],
        ['p1', 'r1'],
        ['p1', 'r2'],
      ],
      total: 1.0001,
      worst: 0.1001,
    })
    expect(await ask('assign', { ...input, objective: 'max-min-then-sum' })).toMatchObject({
      total: 0.6,
      worst: 0.2,
    })
  })

  test('says how much better any assignment can be where it could not prove its own', async () => {
    // Decimals, nearly the same order of reviewers for all, and hardly room: as hard as it gets.
    const size = { plans: 40, reviewers: 10 }
    const hard = {
      plans: Array.from({ length: size.plans }, (_, p) => ({ id: `p${p}`, demand: 3 })),
      reviewers: Array.from({ length: size.reviewers }, (_, r) => ({ id: `r${r}`, cap: 13 })),
      affinity: Array.from({ length: size.plans }, (_, p) =>
        Array.from(
          { length: size.reviewers },
          (__, r) => Math.round(r ** 3 * (80 + ((p * 37 + r * 53) % 41))) / 1e4,
        ),
      ),
      objective: 'max-min-then-sum',
    }
    const { total, worst, totalAtMost, worstAtMost } = await ask('assign', hard)
    expect(worstAtMost).toBeGreaterThanOrEqual(worst)
    expect(totalAtMost).toBeGreaterThan(total)
  })

  test('refuses what is impossible, and names who is short of whom', async () => {
    const { exitCode, error } = await ask('assign', {
      ...input,
      conflicts: [
        ['p1', 'r1'],
        ['p1', 'r2'],
      ],
    })
    expect({ exitCode, ...error }).toEqual({
      exitCode: 2,
      code: 'assignment.infeasible',
      message:
        'Plan p1 needs 2 places, but the one reviewer left (r0) can give 1. Smallest change: add one reviewer without conflicts who takes up to one plan.',
      path: 'plans',
      plans: ['p1'],
      reviewers: ['r0'],
      demand: 2,
      capacity: 1,
      raise: null,
      add: { reviewers: 1, cap: 1 },
    })
  })

  test.each([
    [{ plans: [] }, 'input.invalid', 'plans'],
    [{ plans: [...input.plans, { id: 'p0', demand: 1 }] }, 'assignment.repeated', 'plans.2.id'],
    [{ reviewers: [...input.reviewers, { id: 'r2', cap: 1 }] }, 'assignment.repeated', 'reviewers.3.id'],
    [{ affinity: [[1, 2, 3]] }, 'assignment.wrong-affinity', 'affinity'],
    [
      {
        affinity: [
          [1, 2, 3],
          [1, 2],
        ],
      },
      'assignment.wrong-affinity',
      'affinity.1',
    ],
    [
      {
        affinity: [
          [1, 2, 3],
          [1, 2, 0.00001],
        ],
      },
      'input.invalid',
      'affinity.1.2',
    ],
    [{ conflicts: [['p9', 'r0']] }, 'assignment.unknown-plan', 'conflicts.0.0'],
    [{ conflicts: [['p0', 'r9']] }, 'assignment.unknown-reviewer', 'conflicts.0.1'],
    [{ objective: 'fair' }, 'input.invalid', 'objective'],
  ])('refuses %j', async (change, code, path) => {
    expect(await refusalOf('assign', { ...input, ...change })).toEqual([code, path])
  })
})
