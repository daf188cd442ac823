import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { krippendorffAlpha, type Level } from './krippendorff'

const _ = null
/** The reliability data of Krippendorff 2011, section E: four observers, twelve units, values missing. */
const published = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]
const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const

test.each([
  ['nominal', 0.743],
  ['ordinal', 0.815],
  ['interval', 0.849],
  ['ratio', 0.797],
] as const)('gives the published α of %s data', (level, alpha) => {
  expect(krippendorffAlpha(published, level).value).toBeCloseTo(alpha, 3)
})

test('two observers of two values come out as in the paper', () => {
  const observers = [
    [0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
    [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
  ]
  expect(krippendorffAlpha(observers, 'nominal').value).toBeCloseTo(0.095, 3)
})

describe('is undefined, and says why,', () => {
  test.each([
    [
      'no item has two ratings',
      [
        [1, _],
        [_, 2],
      ],
      'interval',
      'No item has two ratings.',
    ],
    ['nobody rated', [[], []], 'interval', 'No item has two ratings.'],
    [
      'all that counts is the same',
      [
        [3, 3, 1],
        [3, 3, _],
      ],
      'nominal',
      'All ratings are the same.',
    ],
    [
      'a ratio is below zero',
      [
        [-1, 2],
        [1, 2],
      ],
      'ratio',
      'The ratio level has no values below zero.',
    ],
  ] as [string, (number | null)[][], Level, string][])('when %s', (_when, ratings, level, because) => {
    expect(krippendorffAlpha(ratings, level)).toEqual({ value: null, because })
  })
})

/** The definition taken literally: each pair of ratings of an item, each pair of all that can be paired. */
function byDefinition(ratings: readonly (readonly (number | null)[])[], level: Level): number {
  const items = (ratings[0] ?? [])
    .map((_rating, item) => ratings.map((row) => row[item]!).filter((value) => value !== null))
    .filter((values) => values.length > 1)
  const all = items.flat()
  const between = (c: number, k: number) => all.filter((value) => value >= c && value <= k).length
  const own = (c: number) => all.filter((value) => value === c).length
  const squared = (a: number, b: number): number => {
    const [c, k] = [Math.min(a, b), Math.max(a, b)]
    if (c === k) return 0
    if (level === 'nominal') return 1
    if (level === 'ordinal') return (between(c, k) - (own(c) + own(k)) / 2) ** 2
    return level === 'interval' ? (c - k) ** 2 : ((c - k) / (c + k)) ** 2
  }
  const meanOf = (values: number[]) =>
    values
      .flatMap((a, i) => values.filter((_b, j) => j !== i).map((b) => squared(a, b)))
      .reduce((x, y) => x + y, 0) /
    (values.length - 1)
  const observed = items.map(meanOf).reduce((x, y) => x + y, 0) / all.length
  return 1 - observed / (meanOf(all) / all.length)
}

const table = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 6 }))
  .chain(([raters, items]) =>
    fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: items, maxLength: items }), {
      minLength: raters,
      maxLength: raters,
    }),
  )

test('agrees with the definition taken literally', () => {
  fc.assert(
    fc.property(table, fc.constantFrom(...levels), (ratings, level) => {
      const { value } = krippendorffAlpha(ratings, level)
      if (value !== null) expect(value).toBeCloseTo(byDefinition(ratings, level), 9)
    }),
  )
})

test('neither the order of raters nor that of items changes anything', () => {
  fc.assert(
    fc.property(table, fc.constantFrom(...levels), fc.infiniteStream(fc.nat()), (ratings, level, order) => {
      const shuffled = <T>(values: T[]) =>
        values
          .map((value) => [order.next().value, value] as const)
          .sort(([a], [b]) => a - b)
          .map(([, v]) => v)
      const items = shuffled((ratings[0] ?? []).map((_rating, item) => item))
      const moved = shuffled(ratings).map((row) => items.map((item) => row[item]!))
      expect(krippendorffAlpha(moved, level)).toEqual(krippendorffAlpha(ratings, level))
    }),
  )
})
