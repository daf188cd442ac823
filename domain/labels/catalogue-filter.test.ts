import { describe, expect, test } from 'vitest'
import { type Filterable, isFiltered, passes, readFilter, toggled, writeFilter } from './catalogue-filter'

const entry = (label: string, rest: Partial<Filterable> = {}): Filterable => ({
  label,
  status: 'reserved',
  countryCode: false,
  ...rest,
})

describe('readFilter and writeFilter', () => {
  test.each([
    '',
    '?status=open,live',
    '?status=review&class=single,digit-digit&round=1-2,1-4&first=q&ink=price&view=list&sort=-price&page=3',
  ])('%j comes back as it was', (text) => {
    const filter = readFilter(Object.fromEntries(new URLSearchParams(text)))
    expect(writeFilter(filter, { page: filter.page })).toBe(text)
  })

  test('nonsense is left out', () => {
    const params = {
      status: 'open,sold',
      class: ['x', 'single'],
      first: 'Q7',
      ink: '1',
      sort: '-',
      page: '0',
    }
    expect(writeFilter(readFilter(params))).toBe('?status=open&class=single&sort=-name')
  })

  test('another choice goes back to the first page', () => {
    const filter = readFilter({ view: 'list', page: '4' })
    expect(writeFilter(filter, { statuses: ['open'] })).toBe('?status=open&view=list')
  })
})

test('toggled adds and takes out', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})

describe('passes', () => {
  test('nothing chosen lets all through', () => {
    expect(isFiltered(readFilter({}))).toBe(false)
    expect(passes(readFilter({}), entry('q7'))).toBe(true)
  })

  test.each([
    ['single', 'q', true],
    ['single', 'q7', false],
    ['letter-digit', 'q7', true],
    ['digit-letter', 'q7', false],
    ['digit-letter', '7q', true],
    ['digit-digit', '07', true],
    ['letter-letter', 'ch', true],
    ['single,digit-digit', '07', true],
  ])('class %s and %s', (kind, label, passing) => {
    expect(passes(readFilter({ class: kind }), entry(label))).toBe(passing)
  })

  test('country codes are a class of their own', () => {
    expect(passes(readFilter({ class: 'country-code' }), entry('ch', { countryCode: true }))).toBe(true)
    expect(passes(readFilter({ class: 'country-code' }), entry('qq'))).toBe(false)
  })

  test('all three choices must hold', () => {
    const filter = readFilter({ status: 'open', round: '1-4' })
    expect(passes(filter, entry('q7', { status: 'open', rounds: ['1-1', '1-4'] }))).toBe(true)
    expect(passes(filter, entry('q7', { status: 'open', rounds: ['1-2'] }))).toBe(false)
    expect(passes(filter, entry('q7', { status: 'open' }))).toBe(false)
    expect(passes(filter, entry('q7', { status: 'live', rounds: ['1-1', '1-4'] }))).toBe(false)
  })
})
