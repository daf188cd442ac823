import { describe, expect, it } from 'vitest'
import { digestTime } from './digest-time'

const at = (text: string) => new Date(text)
const due = (text: string, zone: string | null) => {
  const { day, from } = digestTime(at(text), zone)
  return `${day} ${from.toISOString()}`
}

describe('when a digest is due', () => {
  it('at seven by the person’s own clock, of today or else of yesterday', () => {
    expect(due('2026-11-22T11:59:59Z', 'America/New_York')).toBe('2026-11-21 2026-11-21T12:00:00.000Z')
    expect(due('2026-11-22T12:00:00Z', 'America/New_York')).toBe('2026-11-22 2026-11-22T12:00:00.000Z')
    expect(due('2026-11-22T03:00:00Z', 'Pacific/Auckland')).toBe('2026-11-22 2026-11-21T18:00:00.000Z')
  })

  it('keeps to the wall clock over a change of daylight saving', () => {
    expect(due('2026-10-31T20:00:00Z', 'America/New_York')).toBe('2026-10-31 2026-10-31T11:00:00.000Z')
    expect(due('2026-11-01T20:00:00Z', 'America/New_York')).toBe('2026-11-01 2026-11-01T12:00:00.000Z')
  })

  it('on a day that a zone left out, it is the one before', () => {
    // Samoa went from 29 to 31 December 2011.
    expect(due('2011-12-30T16:00:00Z', 'Pacific/Apia')).toBe('2011-12-29 2011-12-29T17:00:00.000Z')
    expect(due('2011-12-30T17:00:00Z', 'Pacific/Apia')).toBe('2011-12-31 2011-12-30T17:00:00.000Z')
  })

  it('is by UTC for whoever has no zone, or one that is none', () => {
    for (const zone of [null, 'Mars/Olympus'])
      expect(due('2026-11-22T07:00:00Z', zone)).toBe('2026-11-22 2026-11-22T07:00:00.000Z')
  })

  it('moves on by one day at a time, whatever the zone', () => {
    for (const zone of ['America/New_York', 'Australia/Lord_Howe']) {
      let last = ''
      // Once in each day, and within a month at every hour of it.
      for (let hour = 0; hour < 24 * 370; hour += 23) {
        const now = new Date(Date.UTC(2026, 0, 1, hour))
        const { day, from } = digestTime(now, zone)
        expect(
          from <= now && now.getTime() - from.getTime() < 26 * 3_600_000,
          `${zone} ${now.toISOString()}`,
        ).toBe(true)
        expect(day >= last).toBe(true)
        last = day
      }
    }
  })
})
