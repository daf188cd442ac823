import { expect, test } from 'vitest'
import { toLocal } from '@/lib/time/to-local'
import { proposeTimetable } from './propose-timetable'
import { checkTimetable } from './timetable'

test('the proposal is in order and keeps the hour of the day across the change of clocks', () => {
  const zone = 'America/New_York'
  const proposed = proposeTimetable(new Date('2026-10-01T15:00:00Z'), '2026-10-01T11:00', zone)
  expect(checkTimetable(proposed)).toEqual([])
  expect(proposed.applicationsOpenAt.toISOString()).toBe('2026-10-01T15:00:00.000Z')
  expect(toLocal(proposed.reviewDueAt, zone)).toBe('2026-11-19T11:00')
})

test('an hour that clocks skip gives way to the next', () => {
  const zone = 'America/New_York'
  const proposed = proposeTimetable(new Date('2027-01-17T07:30:00Z'), '2027-01-17T02:30', zone)
  expect(toLocal(proposed.reviewResultsAt, zone)).toBe('2027-03-14T03:30')
})
