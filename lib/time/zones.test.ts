import { describe, expect, test } from 'vitest'
import { isZone, listZones } from './zones'

describe('a zone', () => {
  test.each([
    'UTC',
    'America/New_York',
    'Europe/Kyiv',
    'Australia/Lord_Howe',
    'America/Argentina/Ushuaia',
    'Etc/GMT+5',
    'US/Eastern',
  ])('%s is known', (name) => expect(isZone(name)).toBe(true))

  test.each([
    '',
    'Mars/Olympus',
    '+05:30',
    '05:30',
    'GMT+5:30',
    '../etc/passwd',
    'America/New_York\n',
    'x'.repeat(1000),
  ])('%j is none', (name) => expect(isZone(name)).toBe(false))
})

test('the list begins with UTC, holds no zone twice and only known ones', () => {
  const zones = listZones()
  expect(zones[0]).toBe('UTC')
  expect(new Set(zones).size).toBe(zones.length)
  for (const timeZone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow()
  expect(zones).toContain('America/New_York')
})
