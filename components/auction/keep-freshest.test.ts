import { expect, test } from 'vitest'
import type { RoomSnapshot } from '@/domain/lots/snapshot'
import { isFresher } from './keep-freshest'

const reading = (sequence: number, lastAttemptAt: string | null, now: string) =>
  ({ lot: { sequence }, me: { lastAttemptAt }, now: `2026-11-19T15:00:${now}Z` }) as RoomSnapshot
const at = (seconds: string) => `2026-11-19T15:00:${seconds}Z`
const shown = reading(4, at('10'), '12')

test.each([
  ['of a later public event', reading(5, at('10'), '11'), true],
  ['of an earlier public event', reading(3, at('10'), '13'), false],
  ['of a later attempt of one’s own, at the same public event', reading(4, at('11'), '11'), true],
  ['from before one’s own sealed bid, though it comes last', reading(4, null, '13'), false],
  ['with nothing new, read later', reading(4, at('10'), '13'), true],
  ['with nothing new, read earlier', reading(4, at('10'), '11'), false],
  ['that knows more of one and less of the other, read later', reading(5, null, '13'), true],
])('an answer %s', (_, next, fresher) => {
  expect(isFresher(next, shown)).toBe(fresher)
})

test('a person who is no longer a bidder sees the room of everyone', () => {
  expect(isFresher({ ...reading(4, null, '13'), me: null }, shown)).toBe(true)
})
