import { describe, expect, test } from 'vitest'
import { readTimetable, type TypedTimetable } from './read-timetable'

const zone = 'America/New_York'
const typed: TypedTimetable = {
  zone,
  applicationsOpenAt: { local: '2026-10-01T11:00' },
  questionsCloseAt: { local: '2026-10-20T11:00' },
  applicationsCloseAt: { local: '2026-10-30T11:00' },
  reviewDueAt: { local: '2026-11-10T11:00' },
  reviewResultsAt: { local: '2026-11-12T11:00' },
  depositDueAt: { local: '2026-11-17T11:00' },
  biddingOpensAt: { local: '2026-11-20T11:00' },
  biddingClosesAt: { local: '2026-11-20T17:00' },
  resultsAt: { local: '2026-11-23T11:00' },
  paymentDueAt: { local: '2026-12-21T11:00' },
}

describe('a typed timetable', () => {
  test('becomes instants, each with the offset of its own day', () => {
    const read = readTimetable(typed)
    expect(read.ok && read.timetable.applicationsOpenAt.toISOString()).toBe('2026-10-01T15:00:00.000Z')
    expect(read.ok && read.timetable.biddingOpensAt.toISOString()).toBe('2026-11-20T16:00:00.000Z')
  })

  test('asks which hour is meant where clocks go back, and takes the answer', () => {
    const local = '2026-11-01T01:30'
    expect(readTimetable({ ...typed, applicationsCloseAt: { local } })).toEqual({
      ok: false,
      fields: {
        'applicationsCloseAt.choose':
          'Clocks go back: 01:30 comes twice on 2026-11-01. Choose 05:30 UTC or 06:30 UTC.',
      },
    })
    for (const [choose, instant] of [
      ['earlier', '2026-11-01T05:30:00.000Z'],
      ['later', '2026-11-01T06:30:00.000Z'],
    ] as const) {
      const read = readTimetable({ ...typed, applicationsCloseAt: { local, choose } })
      expect(read.ok && read.timetable.applicationsCloseAt.toISOString()).toBe(instant)
    }
  })

  test('refuses an hour that clocks skip', () => {
    expect(readTimetable({ ...typed, paymentDueAt: { local: '2027-03-14T02:30' } })).toEqual({
      ok: false,
      fields: {
        'paymentDueAt.local':
          'Clocks go forward: there is no 02:30 on 2027-03-14 in America/New_York. Choose another time.',
      },
    })
  })

  test('names every field that is wrong, and the zone once', () => {
    const read = readTimetable({
      ...typed,
      resultsAt: { local: '' },
      paymentDueAt: { local: '2026-02-30T10:00' },
    })
    expect(!read.ok && Object.keys(read.fields)).toEqual(['resultsAt.local', 'paymentDueAt.local'])
    const elsewhere = readTimetable({ ...typed, zone: 'Mars/Olympus' })
    expect(!elsewhere.ok && Object.keys(elsewhere.fields)).toEqual(['zone'])
  })

  test('refuses a wrong order at the later field', () => {
    expect(readTimetable({ ...typed, biddingClosesAt: typed.biddingOpensAt })).toEqual({
      ok: false,
      fields: { 'biddingClosesAt.local': '“Bidding closes” must be after “Bidding opens”.' },
    })
  })
})
