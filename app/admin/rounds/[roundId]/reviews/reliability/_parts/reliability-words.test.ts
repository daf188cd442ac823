import { describe, expect, test } from 'vitest'
import { describeAlpha, describePieces, describeSeverity, showChance, showSigned } from './reliability-words'

test.each([
  [null, '–'],
  [0.001, 'under 1 %'],
  [0.0051, '1 %'],
  [0.5, '50 %'],
  [0.9951, 'over 99 %'],
])('shows the chance %j as %s', (chance, words) => {
  expect(showChance(chance)).toBe(words)
})

test.each([
  [3.14, '+3.1'],
  [-3.14, '−3.1'],
  [-0.01, '0.0'],
])('shows %d points as %s', (points, words) => {
  expect(showSigned(points)).toBe(words)
})

test.each([
  [0.8, 'They agree well.'],
  [0.7, 'They agree enough for careful conclusions.'],
  [0.2, 'They agree little: talk before leaning on these scores.'],
  [-0.1, 'They agree no more than chance would have it: talk before leaning on these scores.'],
])('says what α = %d means', (value, words) => {
  expect(describeAlpha({ value })).toBe(words)
})

test('says why there is no α', () => {
  expect(describeAlpha({ value: null, because: 'No item has two ratings.' })).toBe('No item has two ratings.')
})

describe('severity', () => {
  const of = (effect: number | null, error: number | null, calibrated = true) =>
    describeSeverity({ reviewer: 'A', reviews: 4, effect, error }, 3, calibrated)

  test('is told where it is clear of the noise', () => {
    expect(of(5, 2)).toBe('Gives more points than the others.')
    expect(of(-5, 2)).toBe('Gives fewer points than the others.')
    expect(of(4, 2)).toBe('Not clearly different from the others.')
  })

  test('is refused with the reason', () => {
    expect(of(null, null)).toBe('Not told: fewer than 3 reviews.')
    expect(of(null, null, false)).toBe('Not told: scores are not calibrated.')
    expect(of(5, null)).toBe('Told, but not how surely.')
  })
})

describe('why nothing is calibrated', () => {
  const nameOf = { plan: (one: string) => `${one}.org`, reviewer: (one: string) => `Dr ${one}` }

  test('names the groups that share no reviewer', () => {
    const pieces = [
      { plans: ['p', 'q'], reviewers: ['A', 'B'] },
      { plans: ['r'], reviewers: ['C'] },
    ]
    const { why, groups } = describePieces(pieces, nameOf)
    expect(why).toContain('2 groups that share no reviewer')
    expect(groups).toEqual(['p.org, q.org, read by Dr A, Dr B', 'r.org, read by Dr C'])
  })

  test('says that there is no score yet', () => {
    expect(describePieces([], nameOf)).toEqual({ why: expect.stringContaining('No plan'), groups: [] })
  })
})
