import { expect, test } from 'vitest'
import { endOfDay } from './end-of-day'

test.each([
  ['2026-12-31', 'UTC', '2027-01-01T00:00:00Z'],
  ['2026-12-31', 'America/New_York', '2027-01-01T05:00:00Z'],
  ['2026-03-08', 'America/New_York', '2026-03-09T04:00:00Z'],
  ['2028-02-28', 'UTC', '2028-02-29T00:00:00Z'],
  ['2027-02-28', 'UTC', '2027-03-01T00:00:00Z'],
  // Chile skips the midnight on which its clocks go forward: the day begins at one.
  ['2026-09-05', 'America/Santiago', '2026-09-06T04:00:00Z'],
])('%s in %s ends at %s', (day, zone, at) => expect(endOfDay(day, zone)).toEqual(new Date(at)))

test.each(['2026-02-30', 'soon', ''])('%j is no day', (day) =>
  expect(() => endOfDay(day, 'UTC')).toThrow(RangeError),
)
