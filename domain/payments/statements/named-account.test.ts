import { expect, test } from 'vitest'
import { isNamedAccount } from './named-account'

test.each([
  ['US00EXAMPLE0001', 'Example Bank, IBAN US00 EXAM PLE0 001, BIC EXAMUS33', true],
  ['us00 example 0001', 'Example Bank, US00EXAMPLE0001', true],
  ['US00EXAMPLE0002', 'Example Bank, IBAN US00 EXAM PLE0 001', false],
  ['1', 'Example Bank, IBAN US00 EXAM PLE0 001', false],
  ['', 'Example Bank, IBAN US00 EXAM PLE0 001', false],
  ['US00EXAMPLE0001', undefined, undefined],
])('R10.2 account %s under “%s”: %s', (account, bankDetails, named) => {
  expect(isNamedAccount(account, bankDetails)).toBe(named)
})
