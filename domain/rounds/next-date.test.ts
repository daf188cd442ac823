import { expect, test } from 'vitest'
import { knownClose } from './next-date'

const closesAt = new Date(Date.UTC(2026, 10, 23))

test('the close of a lot is known, save of a clock that runs', () => {
  expect(knownClose('open-ascending', { state: 'open', closesAt })).toEqual(closesAt)
  expect(knownClose('ascending-clock', { state: 'open', closesAt })).toBeNull()
  expect(knownClose('ascending-clock', { state: 'closed', closesAt })).toEqual(closesAt)
})
