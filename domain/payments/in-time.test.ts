import { expect, test } from 'vitest'
import { isInTime } from './in-time'

const noon = { payBy: new Date('2026-12-01T17:00:00Z'), zone: 'America/New_York' }
const midnight = { payBy: new Date('2026-12-01T05:00:00Z'), zone: 'America/New_York' }
const abroad = { payBy: new Date('2026-12-01T17:00:00Z'), zone: 'Pacific/Auckland' }

test.each([
  [noon, '2026-12-01', true],
  [noon, '2026-12-02', false],
  [midnight, '2026-11-30', true],
  [midnight, '2026-12-01', false],
  [abroad, '2026-12-02', true],
  [abroad, '2026-12-03', false],
])('R10.3 by bank before %o: %s is in time: %s', (deadline, receivedOn, inTime) => {
  expect(isInTime({ receivedOn }, deadline)).toBe(inTime)
})

test('R10.3 online the instant counts, half-open', () => {
  const at = (milliseconds: number) => ({
    receivedOn: '2026-12-01',
    receivedAt: new Date(noon.payBy.getTime() + milliseconds),
  })
  expect(isInTime(at(-1), noon)).toBe(true)
  expect(isInTime(at(0), noon)).toBe(false)
})
