import { expect, test } from 'vitest'
import { parseAmountMinor } from './amounts'

test('an amount is a decimal integer of cents', () => {
  expect(parseAmountMinor('0')).toBe(0n)
  expect(parseAmountMinor('75000000')).toBe(75_000_000n)
})

test.each(['', '-1', '+1', '1.5', '1e3', ' 1', '007', '0x1', '١', '1'.repeat(31), 12, null, undefined])(
  '%j is none',
  (text) => {
    expect(parseAmountMinor(text)).toBeUndefined()
  },
)
