import { expect, test } from 'vitest'
import { fineDollars, formatHundredths, roundToHundredths } from './fractions'

test.each([
  [1n, 3n, '0.33'],
  [2n, 3n, '0.67'],
  [1n, 200n, '0.01'],
  [1n, 201n, '0.00'],
  [733n, 1n, '733.00'],
])('%s / %s is %s, half up', (numerator, denominator, text) => {
  expect(formatHundredths(roundToHundredths(numerator, denominator))).toBe(text)
})

test.each([
  ['733.33', 'US$7.3333'],
  ['5.00', 'US$0.0500'],
  ['123456.78', 'US$1234.5678'],
])('%s cents are %s', (cents, text) => expect(fineDollars(cents)).toBe(text))
