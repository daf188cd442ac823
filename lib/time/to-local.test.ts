import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveLocal } from './resolve-local'
import { addHours, toLocal } from './to-local'

describe('an instant as wall-clock time', () => {
  test.each([
    ['2026-11-01T05:30:00Z', 'America/New_York', '2026-11-01T01:30'],
    ['2026-11-01T06:30:00Z', 'America/New_York', '2026-11-01T01:30'],
    ['2026-12-01T16:00:07Z', 'UTC', '2026-12-01T16:00:07'],
    ['2026-12-01T16:00:00Z', 'Asia/Kathmandu', '2026-12-01T21:45'],
  ])('%s in %s is %s', (at, zone, local) => expect(toLocal(new Date(at), zone)).toBe(local))

  test('resolves back to the same instant', () => {
    const seconds = fc.integer({ min: 0, max: 4_000_000_000 })
    fc.assert(
      fc.property(
        seconds,
        fc.constantFrom('UTC', 'America/New_York', 'Australia/Lord_Howe'),
        (second, zone) => {
          const at = new Date(second * 1000)
          const resolved = resolveLocal(toLocal(at, zone), zone)
          expect(resolved.kind !== 'refused' && resolved.instants).toContainEqual(at)
        },
      ),
    )
  })
})

test('hours are counted as the calendar does', () => {
  expect(addHours('2026-10-31T11:00', 24)).toBe('2026-11-01T11:00')
  expect(addHours('2026-12-31T23:30', 1)).toBe('2027-01-01T00:30')
})
