import { expect, test } from 'vitest'
import { nextOf } from './online-event-words'

test.each([
  ['payout', true, false, 'A bank file that has its line moves it'],
  ['payout', false, false, 'A bank file that has its line moves it'],
  ['payout', false, true, 'The bank did not take it'],
  ['payout-failed', false, true, 'Look at the account at the payment service'],
  ['refund', true, false, 'owed again'],
  ['refund', false, false, 'knows no such payment'],
] as const)('R10.2 after a %s, known: %s, failed: %s', (kind, isKnown, failed, words) => {
  expect(nextOf(kind, isKnown, failed)).toContain(words)
})
