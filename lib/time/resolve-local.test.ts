import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveLocal } from './resolve-local'

const resolved = (local: string, zone: string) => {
  const result = resolveLocal(local, zone)
  return result.kind === 'refused'
    ? result.code
    : [result.kind, ...result.instants.map((instant) => instant.toISOString())]
}

describe('a local time', () => {
  test.each([
    ['2026-12-01T11:00', 'America/New_York', '2026-12-01T16:00:00.000Z'],
    ['2026-12-01T11:00:30.250', 'UTC', '2026-12-01T11:00:30.250Z'],
    ['2026-07-01T00:00:00', 'Asia/Kathmandu', '2026-06-30T18:15:00.000Z'],
    ['2026-10-25T05:00', 'Europe/Kyiv', '2026-10-25T03:00:00.000Z'],
    ['2024-02-29T12:00', 'UTC', '2024-02-29T12:00:00.000Z'],
  ])('%s in %s is exact', (local, zone, instant) => expect(resolved(local, zone)).toEqual(['exact', instant]))

  test.each([
    ['2026-11-01T01:30:00', 'America/New_York', '2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'],
    ['2026-11-01T01:00:00', 'America/New_York', '2026-11-01T05:00:00.000Z', '2026-11-01T06:00:00.000Z'],
    ['2026-10-25T03:30', 'Europe/Kyiv', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z', '2026-04-04T15:15:00.000Z'],
  ])('%s in %s happens twice', (local, zone, ...instants) =>
    expect(resolved(local, zone)).toEqual(['ambiguous', ...instants]),
  )

  test.each([
    ['2026-03-08T02:30', 'America/New_York'],
    ['2026-03-08T02:00', 'America/New_York'],
    ['2026-03-29T03:59:59', 'Europe/Kyiv'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe'],
    ['2011-12-30T12:00', 'Pacific/Apia'],
  ])('%s in %s never happens', (local, zone) => expect(resolved(local, zone)).toEqual(['nonexistent']))

  test('is exact again at the first instant after the change', () => {
    expect(resolved('2026-11-01T02:00', 'America/New_York')).toEqual(['exact', '2026-11-01T07:00:00.000Z'])
    expect(resolved('2026-03-08T03:00', 'America/New_York')).toEqual(['exact', '2026-03-08T07:00:00.000Z'])
  })

  test.each([
    '',
    '2026-02-30T10:00',
    '2026-13-01T10:00',
    '2026-11-01T24:00',
    '2026-11-01T10:60',
    '2026-11-01T10:00:60',
    '2026-11-01',
    '2026-11-01 10:00',
    '2026-11-01T10:00Z',
    '2026-11-01T10:00+01:00',
    '2026-11-01T10:00[UTC]',
    '0000-01-01T10:00',
    'tomorrow',
  ])('%j is refused', (local) => expect(resolved(local, 'UTC')).toBe('time.not-a-local-time'))

  test('in an unknown zone is refused', () => {
    expect(resolveLocal('2026-11-01T10:00', 'Mars/Olympus')).toMatchObject({
      kind: 'refused',
      code: 'time.unknown-zone',
      field: 'zone',
    })
  })

  test('every instant it names reads as that time on the zone’s clock', () => {
    const zones = fc.constantFrom(
      'America/New_York',
      'Europe/Kyiv',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'UTC',
    )
    const walls = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(walls, zones, (wall, zone) => {
        const local = wall.toISOString().slice(0, 19)
        const result = resolveLocal(local, zone)
        const clock = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'medium',
        })
        const instants = result.kind === 'refused' ? [] : result.instants
        for (const instant of instants) expect(clock.format(instant).replace(' ', 'T')).toBe(local)
      }),
    )
  })
})
