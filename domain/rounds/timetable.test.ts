import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkTimetable, type Timetable, timetableWords } from './timetable'

const day = (number: number) => new Date(Date.UTC(2026, 10, number, 15))

const good: Timetable = {
  applicationsOpenAt: day(1),
  questionsCloseAt: day(10),
  applicationsCloseAt: day(15),
  reviewDueAt: day(20),
  reviewResultsAt: day(21),
  depositDueAt: day(25),
  biddingOpensAt: day(26),
  biddingClosesAt: day(27),
  resultsAt: day(28),
  paymentDueAt: day(40),
}

describe('the order of a timetable', () => {
  test('holds', () => expect(checkTimetable(good)).toEqual([]))

  test('lets a stage begin at the instant the one before it ends', () => {
    const tight = {
      ...good,
      questionsCloseAt: good.applicationsCloseAt,
      reviewResultsAt: good.reviewDueAt,
      depositDueAt: good.biddingOpensAt,
      resultsAt: good.biddingClosesAt,
    }
    expect(checkTimetable(tight)).toEqual([])
  })

  test.each([
    ['questionsCloseAt', day(1), '“Questions close” must be after “Applications open”.'],
    ['applicationsCloseAt', day(9), '“Applications close” must not be before “Questions close”.'],
    ['reviewDueAt', day(15), '“Review due” must be after “Applications close”.'],
    ['reviewResultsAt', day(19), '“Results of review” must not be before “Review due”.'],
    ['depositDueAt', day(21), '“Deposit due” must be after “Results of review”.'],
    ['biddingOpensAt', day(24), '“Bidding opens” must not be before “Deposit due”.'],
    ['biddingClosesAt', day(26), '“Bidding closes” must be after “Bidding opens”.'],
    ['resultsAt', day(26), '“Results” must not be before “Bidding closes”.'],
    ['paymentDueAt', day(28), '“Payment due” must be after “Results”.'],
  ] as const)('%s too early', (field, at, message) =>
    expect(checkTimetable({ ...good, [field]: at })).toContainEqual({ field, message }),
  )

  test('names each wrong field once, in the order of the timetable', () => {
    const wrong = { ...good, applicationsCloseAt: day(1), resultsAt: day(1) }
    expect(checkTimetable(wrong).map((failure) => failure.field)).toEqual([
      'applicationsCloseAt',
      'resultsAt',
    ])
  })

  test('whatever passes is sorted', () => {
    const fields = Object.keys(timetableWords) as (keyof Timetable)[]
    const instants = fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 10, maxLength: 10 })
    fc.assert(
      fc.property(instants, (days) => {
        const timetable = Object.fromEntries(fields.map((field, i) => [field, day(days[i] ?? 0)]))
        const sorted = days.every((value, i) => i === 0 || value >= (days[i - 1] ?? 0))
        expect(checkTimetable(timetable as Timetable).length > 0 || sorted).toBe(true)
      }),
    )
  })
})
