import { describe, expect, test } from 'vitest'
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
    [
      { scores: Array.from({ length: 1001 }, (_, i) => ['P', `R${i}`, 1]) },
      'calibration.too-large',
      'scores',
    ],
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
