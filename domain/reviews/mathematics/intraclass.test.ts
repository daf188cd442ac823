import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intraclass, intraclassForms } from './intraclass'

/** Shrout and Fleiss 1979, table 2: six targets (columns here), four judges. */
const published = [
  [9, 6, 8, 7, 10, 6],
  [2, 1, 4, 1, 5, 2],
  [5, 3, 6, 2, 6, 4],
  [8, 2, 8, 6, 9, 7],
]

test('gives the six correlations of table 4 of Shrout and Fleiss', () => {
  const found = intraclass(published)
  if ('because' in found) throw new Error(found.because)
  const values = intraclassForms.map((form) => found[form].value?.toFixed(2))
  expect(values).toEqual(['0.17', '0.29', '0.71', '0.44', '0.62', '0.91'])
})

test.each([
  [
    [
      [1, null],
      [2, 3],
    ],
    'Not every rater rated every item.',
  ],
  [[[1, 2], [3]], 'Not every rater rated every item.'],
  [[[1, 2]], 'It takes two raters and two items.'],
  [[[1], [2]], 'It takes two raters and two items.'],
  [[], 'It takes two raters and two items.'],
  [
    [
      [0.1, 0.1],
      [0.1, 0.1],
    ],
    'All ratings are the same.',
  ],
])('is undefined for %j, and says why', (ratings, because) => {
  expect(intraclass(ratings)).toEqual({ because })
})

test('a form without a denominator is undefined alone', () => {
  const found = intraclass([
    [1, 2],
    [2, 1],
  ])
  expect(found).toMatchObject({ ICC1: { value: -1 }, ICC1k: { value: null }, ICC3k: { value: null } })
})

test('is never NaN, whatever the ratings; and judges who only differ by a constant agree by the third form', () => {
  const row = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 2, maxLength: 5 }),
      fc.integer({ min: 1, max: 9 }),
      (rows, more) => {
        const found = intraclass(rows)
        if (!('because' in found)) {
          for (const { value } of Object.values(found))
            expect(value === null || Number.isFinite(value)).toBe(true)
        }
        const strict = intraclass([rows[0]!, rows[0]!.map((value) => value + more)])
        if (!('because' in strict) && new Set(rows[0]).size > 1) expect(strict.ICC3.value).toBe(1)
      },
    ),
  )
})
