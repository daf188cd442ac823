import { describe, expect, test } from 'vitest'
import { cents, readReserves, readRubricForm, scaled } from './read-form'

function formOf(values: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}

describe('numbers', () => {
  test.each([
    ['40', 100, 4000],
    ['62.5', 100, 6250],
    ['33.33', 100, 3333],
    ['10', 60, 600],
    ['', 1, Number.NaN],
    ['forty', 100, Number.NaN],
    ['-1', 1, Number.NaN],
    ['1e5', 1, Number.NaN],
  ] as const)('%j times %d', (typed, factor, value) =>
    expect(scaled(formOf({ n: typed }), 'n', factor)).toBe(value),
  )
})

test('amounts become cents; what is none goes on to be explained', () => {
  expect(cents(formOf({ a: '1,250.50' }), 'a')).toBe('125050')
  expect(cents(formOf({ a: '1.250' }), 'a')).toBe('1.250')
  expect(cents(formOf({}), 'a')).toBe(' ')
})

test('rows are read in the order of their numbers, whatever the order of the fields', () => {
  const form = formOf({
    'reserves.10.lotId': 'lot_b',
    'reserves.10.reserveMinor': '2',
    'reserves.2.lotId': 'lot_a',
    'reserves.2.reserveMinor': '1',
  })
  expect(readReserves(form)).toEqual([
    { lotId: 'lot_a', reserveMinor: '100' },
    { lotId: 'lot_b', reserveMinor: '200' },
  ])
})

test('a criterion without a name is dropped, a new one is called by its name', () => {
  const form = formOf({
    'settings.rubric.0.id': 'quality',
    'settings.rubric.0.name': 'Quality',
    'settings.rubric.0.weightBp': '70',
    'settings.rubric.1.name': 'Public benefit',
    'settings.rubric.1.weightBp': '30',
    'settings.rubric.2.name': ' ',
  })
  expect(readRubricForm(form).rubric.map(({ id, weightBp }) => [id, weightBp])).toEqual([
    ['quality', 7000],
    ['public-benefit', 3000],
  ])
})
