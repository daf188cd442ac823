import { describe, expect, it } from 'vitest'
import { formatDay, formatInstant, formatTimeOfDay, zoneName } from './format-instant'

const at = (iso: string) => new Date(iso)

describe('formatInstant', () => {
  it.each([
    ['America/New_York', '2026-12-01T16:00:00Z', 'Tue 1 Dec 2026, 11:00 EST (16:00 UTC)'],
    ['America/New_York', '2026-07-01T16:00:00Z', 'Wed 1 Jul 2026, 12:00 EDT (16:00 UTC)'],
    ['Europe/Kyiv', '2026-12-01T16:00:00Z', 'Tue 1 Dec 2026, 18:00 EET (16:00 UTC)'],
    ['Europe/Kyiv', '2026-07-01T16:00:00Z', 'Wed 1 Jul 2026, 19:00 EEST (16:00 UTC)'],
    ['Europe/London', '2026-12-01T16:00:00Z', 'Tue 1 Dec 2026, 16:00 GMT (16:00 UTC)'],
    ['Asia/Kolkata', '2026-12-01T16:00:00Z', 'Tue 1 Dec 2026, 21:30 IST (16:00 UTC)'],
    ['UTC', '2026-12-01T16:00:00Z', 'Tue 1 Dec 2026, 16:00 UTC'],
    ['Etc/UTC', '2026-12-01T16:00:00Z', 'Tue 1 Dec 2026, 16:00 UTC'],
  ])('writes %s at %s', (zone, iso, text) => {
    expect(formatInstant(at(iso), zone)).toBe(text)
  })

  it('gives the UTC side its own day when the days differ', () => {
    expect(formatInstant(at('2026-12-01T19:00:00Z'), 'Asia/Kathmandu')).toBe(
      'Wed 2 Dec 2026, 00:45 UTC+5:45 (Tue 1 Dec, 19:00 UTC)',
    )
    expect(formatInstant(at('2027-01-01T03:30:00Z'), 'America/New_York')).toBe(
      'Thu 31 Dec 2026, 22:30 EST (Fri 1 Jan, 03:30 UTC)',
    )
  })

  it('says 00, never 24, for the first hour of a day', () => {
    expect(formatInstant(at('2026-12-01T05:00:00Z'), 'America/New_York')).toBe(
      'Tue 1 Dec 2026, 00:00 EST (05:00 UTC)',
    )
  })

  it.each([
    [
      'the hour before New York sets its clocks back',
      'America/New_York',
      '2026-11-01T05:30:00Z',
      '01:30 EDT (05:30 UTC)',
    ],
    [
      'the same clock time an hour later',
      'America/New_York',
      '2026-11-01T06:30:00Z',
      '01:30 EST (06:30 UTC)',
    ],
    [
      'the last minute before New York jumps',
      'America/New_York',
      '2026-03-08T06:59:00Z',
      '01:59 EST (06:59 UTC)',
    ],
    ['the first minute after it', 'America/New_York', '2026-03-08T07:00:00Z', '03:00 EDT (07:00 UTC)'],
    ['Kyiv, first 03:30', 'Europe/Kyiv', '2026-10-25T00:30:00Z', '03:30 EEST (00:30 UTC)'],
    ['Kyiv, second 03:30', 'Europe/Kyiv', '2026-10-25T01:30:00Z', '03:30 EET (01:30 UTC)'],
    [
      'Lord Howe, first 01:45 (half an hour is repeated)',
      'Australia/Lord_Howe',
      '2026-04-04T14:45:00Z',
      '01:45 LHDT',
    ],
    ['Lord Howe, second 01:45', 'Australia/Lord_Howe', '2026-04-04T15:15:00Z', '01:45 LHST'],
    [
      'Lord Howe, the first minute after its half-hour jump',
      'Australia/Lord_Howe',
      '2026-10-03T15:30:00Z',
      '02:30 LHDT',
    ],
  ])('tells apart %s', (_name, zone, iso, text) => {
    expect(formatInstant(at(iso), zone)).toContain(text)
  })

  it('reads the days around today in words, by the calendar of the zone', () => {
    const today = at('2026-11-19T16:03:22Z')
    const read = (iso: string, zone = 'America/New_York') => formatInstant(at(iso), zone, { today })
    expect(read('2026-11-19T17:00:00Z')).toBe('Today 12:00 EST (17:00 UTC)')
    expect(read('2026-11-20T04:59:00Z')).toBe('Today 23:59 EST (Fri 20 Nov, 04:59 UTC)')
    expect(read('2026-11-20T05:00:00Z')).toBe('Tomorrow 00:00 EST (05:00 UTC)')
    expect(read('2026-11-18T17:00:00Z')).toBe('Yesterday 12:00 EST (17:00 UTC)')
    expect(read('2026-11-21T17:00:00Z')).toBe('Sat 21 Nov 2026, 12:00 EST (17:00 UTC)')
    expect(read('2026-11-19T23:59:00Z', 'UTC')).toBe('Today 23:59 UTC')
  })

  it('shows seconds on request', () => {
    expect(formatInstant(at('2026-11-19T16:03:22Z'), 'UTC', { seconds: true })).toBe(
      'Thu 19 Nov 2026, 16:03:22 UTC',
    )
  })

  it('refuses a zone that does not exist', () => {
    expect(() => formatInstant(at('2026-12-01T16:00:00Z'), 'Mars/Olympus')).toThrow(RangeError)
  })
})

describe('formatDay', () => {
  it('is the day of the zone', () => {
    expect(formatDay(at('2026-12-01T19:00:00Z'), 'Asia/Kathmandu')).toBe('Wed 2 Dec 2026')
    expect(formatDay(at('2026-12-01T19:00:00Z'), 'UTC')).toBe('Tue 1 Dec 2026')
  })
})

describe('formatTimeOfDay', () => {
  it('has seconds and both zones', () => {
    expect(formatTimeOfDay(at('2026-11-19T16:03:22Z'), 'America/New_York')).toBe(
      '11:03:22 EST (16:03:22 UTC)',
    )
    expect(formatTimeOfDay(at('2026-11-19T16:03:22Z'), 'UTC')).toBe('16:03:22 UTC')
  })
})

describe('zoneName', () => {
  it('falls back to the offset where English has no name', () => {
    expect(zoneName(at('2026-12-01T16:00:00Z'), 'Asia/Kathmandu')).toBe('UTC+5:45')
    expect(zoneName(at('2026-12-01T16:00:00Z'), 'America/Sao_Paulo')).toBe('UTC-3')
  })
})
