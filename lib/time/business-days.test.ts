import { expect, test } from 'vitest'
import { addBusinessDays } from './business-days'

const NEW_YORK = 'America/New_York'

test.each([
  ['over a weekend', '2026-11-20T22:00:00Z', 1, '2026-11-23T22:00:00Z'],
  ['back over a weekend', '2026-11-24T22:00:00Z', -2, '2026-11-20T22:00:00Z'],
  ['over Thanksgiving', '2026-11-25T22:00:00Z', 1, '2026-11-27T22:00:00Z'],
  ['Juneteenth', '2026-06-18T21:00:00Z', 1, '2026-06-22T21:00:00Z'],
  ['a Fourth of July on a Saturday, kept on Friday', '2026-07-02T21:00:00Z', 1, '2026-07-06T21:00:00Z'],
  ['a New Year on a Saturday, kept in the old year', '2027-12-30T22:00:00Z', 1, '2028-01-03T22:00:00Z'],
  ['a Christmas on a Sunday, kept on Monday', '2022-12-23T22:00:00Z', 1, '2022-12-27T22:00:00Z'],
  ['Memorial Day, the last Monday of May', '2026-05-22T21:00:00Z', 1, '2026-05-26T21:00:00Z'],
  ['Martin Luther King’s Birthday', '2026-01-16T22:00:00Z', 1, '2026-01-20T22:00:00Z'],
  ['Washington’s Birthday', '2026-02-13T22:00:00Z', 1, '2026-02-17T22:00:00Z'],
  ['Labor Day', '2026-09-04T21:00:00Z', 1, '2026-09-08T21:00:00Z'],
  ['Columbus Day', '2026-10-09T21:00:00Z', 1, '2026-10-13T21:00:00Z'],
  ['Veterans Day', '2026-11-10T22:00:00Z', 1, '2026-11-12T22:00:00Z'],
  ['five days from a Saturday', '2026-11-21T12:00:00Z', 5, '2026-11-30T12:00:00Z'],
  ['none', '2026-11-21T12:00:00Z', 0, '2026-11-21T12:00:00Z'],
])('%s', (_what, at, days, wanted) => {
  expect(addBusinessDays(new Date(at), days, NEW_YORK).toISOString()).toBe(new Date(wanted).toISOString())
})

test('the time of day stays where clocks change', () => {
  // 17:00 before and after the first Sunday of November: 21:00 UTC becomes 22:00 UTC.
  expect(addBusinessDays(new Date('2026-10-30T21:00:00Z'), 1, NEW_YORK)).toEqual(
    new Date('2026-11-02T22:00:00Z'),
  )
})

test('an unknown zone is no zone', () => {
  expect(() => addBusinessDays(new Date(0), 1, 'Nowhere/Town')).toThrow(RangeError)
})
