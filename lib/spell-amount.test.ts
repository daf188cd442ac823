import { expect, test } from 'vitest'
import { spellAmount } from './spell-amount'

test.each([
  [0n, 'zero dollars'],
  [100n, 'one dollar'],
  [1_250_050n, 'twelve thousand five hundred dollars and 50 cents'],
  [2_101n, 'twenty-one dollars and 1 cent'],
  [12_500_000n, 'one hundred and twenty-five thousand dollars'],
  [100_000_000n, 'one million dollars'],
  [1_001_000n, 'ten thousand ten dollars'],
  [10n ** 15n, 'ten trillion dollars'],
])('%s cents are %s', (minor, words) => {
  expect(spellAmount(minor)).toBe(words)
})
