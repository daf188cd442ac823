import { expect, test } from 'vitest'
import { availableOf, exceeds, limitOf } from './limits'

test('the limit is ten times the deposit, and none from US$2,000,000.00', () => {
  expect(limitOf(0n)).toBe(0n)
  expect(limitOf(100_000n)).toBe(1_000_000n)
  expect(limitOf(199_999_999n)).toBe(1_999_999_990n)
  expect(limitOf(200_000_000n)).toBeNull()
})

test('commitments elsewhere are taken off the limit, never below nothing', () => {
  expect(availableOf(1_000n, 300n)).toBe(700n)
  expect(availableOf(1_000n, 1_000n)).toBe(0n)
  expect(availableOf(1_000n, 1_001n)).toBe(0n)
  expect(availableOf(null, 1_000_000n)).toBeNull()
})

test('exactly what is left is not too much', () => {
  expect(exceeds(700n, 700n)).toBe(false)
  expect(exceeds(701n, 700n)).toBe(true)
  expect(exceeds(701n, null)).toBe(false)
})
