import { expect, test } from 'vitest'
import { carryServerTime } from './carry-server-time'

const NINE = Date.UTC(2026, 10, 22, 9)
const MINUTE = 60_000
/** The clock shown at an instant of the monotonic clock. */
const shown = (offsetMs: number, atMs: number) => new Date(offsetMs + atMs).toISOString().slice(11, 19)

test('carries the first reading on', () => {
  const offset = carryServerTime(undefined, { serverMs: NINE, seenMs: 100 })
  expect(shown(offset, 100 + 3 * MINUTE)).toBe('09:03:00')
})

test('adds nothing of the time the page has been open to a refreshed reading', () => {
  const first = carryServerTime(undefined, { serverMs: NINE, seenMs: 100 })
  const seenMs = 100 + 3 * MINUTE
  const refreshed = carryServerTime(first, { serverMs: NINE + 3 * MINUTE, seenMs })
  expect(shown(refreshed, seenMs)).toBe('09:03:00')
})

test('is not set back by a reading that was kept for a while', () => {
  const first = carryServerTime(undefined, { serverMs: NINE, seenMs: 100 })
  expect(carryServerTime(first, { serverMs: NINE, seenMs: 100 + MINUTE })).toBe(first)
})

test('catches up where the monotonic clock stood still, as in a sleeping laptop', () => {
  const first = carryServerTime(undefined, { serverMs: NINE, seenMs: 100 })
  const seenMs = 100 + MINUTE
  expect(shown(carryServerTime(first, { serverMs: NINE + 60 * MINUTE, seenMs }), seenMs)).toBe('10:00:00')
})
