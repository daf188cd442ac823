import { expect, test } from 'vitest'
import { checkTimetable, type Timetable } from './timetable'
import { shiftAfter, timetableOf } from './timetable-of'

const day = (number: number) => new Date(Date.UTC(2026, 9, number))
const timetable: Timetable = {
  applicationsOpenAt: day(1),
  questionsCloseAt: day(2),
  applicationsCloseAt: day(3),
  reviewDueAt: day(4),
  reviewResultsAt: day(5),
  depositDueAt: day(6),
  biddingOpensAt: day(7),
  biddingClosesAt: day(8),
  resultsAt: day(9),
  paymentDueAt: day(10),
}

test('only the instants of the timetable are taken from a row', () => {
  expect(timetableOf({ ...timetable, stateSince: day(1) } as Timetable)).toEqual(timetable)
})

test('what lies ahead moves by the same length, what is past stays, the order holds', () => {
  const shifted = shiftAfter(timetable, day(5), 3 * 86_400_000)
  expect(shifted.reviewResultsAt).toEqual(day(5))
  expect(shifted.depositDueAt).toEqual(day(9))
  expect(shifted.paymentDueAt).toEqual(day(13))
  expect(checkTimetable(shifted)).toEqual([])
})
