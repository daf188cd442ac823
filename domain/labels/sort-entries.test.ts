import { expect, test } from 'vitest'
import type { CatalogueEntry } from './public-queries'
import { sortEntries } from './sort-entries'

const entry = (label: string, rest: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  label,
  state: 'reserved',
  status: 'reserved',
  countryCode: false,
  ...rest,
})
const names = (entries: CatalogueEntry[]) => entries.map(({ label }) => label).join(' ')
const all = [
  entry('a'),
  entry('b', { status: 'open', reserveMinor: 500_000n, applications: 'hidden' }),
  entry('c', { status: 'live', reserveMinor: 800_000n, priceMinor: 900_000n, applications: 6 }),
  entry('d', { status: 'live', reserveMinor: 500_000n, applications: 7 }),
]

test('names come as they are, or the other way round', () => {
  expect(names(sortEntries(all, 'name', false))).toBe('a b c d')
  expect(names(sortEntries(all, 'name', true))).toBe('d c b a')
})

test('equal ones keep their order, and those with nothing there come last both ways', () => {
  expect(names(sortEntries(all, 'reserve', false))).toBe('b d c a')
  expect(names(sortEntries(all, 'reserve', true))).toBe('c b d a')
  expect(names(sortEntries(all, 'applications', true))).toBe('d c a b')
  expect(names(sortEntries(all, 'price', false))).toBe('c a b d')
})

test('the status sorts by how far a name has come', () => {
  expect(names(sortEntries(all, 'status', true))).toBe('c d b a')
})
