import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '@/db/testing/any-text'
import { formatMoney, formatPlain, isUnfinishedAmount, parseAmount, parseMinor } from './money'

const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n })

describe('an amount as a person types it', () => {
  test.each([
    ['1,250', 125_000n],
    ['1250.00', 125_000n],
    ['1 250', 125_000n],
    ['1\u00a0250', 125_000n],
    ['1\u202f250.5', 125_050n],
    ['$1,250', 125_000n],
    ['US$1,250.00', 125_000n],
    ['us$ 1,250.00', 125_000n],
    ['USD 1250', 125_000n],
    ['  1,234,567.89 ', 123_456_789n],
    ['0', 0n],
    ['0.01', 1n],
    ['007', 700n],
    ['12.5', 1_250n],
    ['10000000000000', 10n ** 15n],
    ['10,000,000,000,000.00', 10n ** 15n],
  ])('reads %j', (text, minor) => expect(parseAmount(text)).toEqual({ ok: true, minor }))

  test.each([
    ['', 'amount.missing'],
    ['   ', 'amount.missing'],
    ['1.250', 'amount.ambiguous'],
    ['$1.250', 'amount.ambiguous'],
    ['1.250.000', 'amount.ambiguous'],
    ['1.250,00', 'amount.ambiguous'],
    ['1,25', 'amount.ambiguous'],
    ['1250,00', 'amount.ambiguous'],
    ['-5', 'amount.negative'],
    ['−5', 'amount.negative'],
    ['$-5', 'amount.negative'],
    ['US$-5', 'amount.negative'],
    ['(1,250.00)', 'amount.negative'],
    ['0.001', 'amount.too-precise'],
    ['1250.001', 'amount.too-precise'],
    ['1,250.005', 'amount.too-precise'],
    ['10000000000000.01', 'amount.too-large'],
    ['9'.repeat(100_000), 'amount.too-large'],
    ['1e6', 'amount.not-a-number'],
    ['12k', 'amount.not-a-number'],
    ['0x10', 'amount.not-a-number'],
    ['1,250,00', 'amount.not-a-number'],
    ['1,2500.00', 'amount.not-a-number'],
    ['12,50,000', 'amount.not-a-number'],
    ['1 250,000', 'amount.not-a-number'],
    ['€5', 'amount.not-a-number'],
    ['$', 'amount.not-a-number'],
    ['Infinity', 'amount.not-a-number'],
    ['١٢٣', 'amount.not-a-number'],
  ])('refuses %j', (text, code) => expect(parseAmount(text)).toMatchObject({ ok: false, code }))

  test('says in a sentence what to do', () => {
    const result = parseAmount('1.250')
    expect(result.ok ? '' : result.message).toMatch(/^This can be read in two ways\. .*1,250\.00\.$/)
  })

  test('is read back from both of its printed forms', () => {
    fc.assert(
      fc.property(amounts, (minor) => {
        expect(parseAmount(formatMoney(minor))).toEqual({ ok: true, minor })
        expect(parseAmount(formatPlain(minor))).toEqual({ ok: true, minor })
      }),
    )
  })

  test('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(typeof parseAmount(text).ok).toBe('boolean')
      }),
    )
  })
})

describe('cents as a program sends them', () => {
  test('are read exactly', () => {
    fc.assert(
      fc.property(amounts, (minor) => {
        expect(parseMinor(`${minor}`)).toEqual({ ok: true, minor })
      }),
    )
  })

  test.each(['', '-1', '+1', '01', '1.0', '1e3', ' 1', '1,000', '0x1', '٣'])('refuse %j', (text) =>
    expect(parseMinor(text)).toMatchObject({ ok: false, code: 'amount.not-minor' }),
  )

  test.each([`${10n ** 15n + 1n}`, '9'.repeat(100_000)])('refuse more than 10^15', (text) =>
    expect(parseMinor(text)).toMatchObject({ ok: false, code: 'amount.too-large' }),
  )
})

describe('an amount half typed', () => {
  test.each(['', '1', '17,', '17,5', '17,50', '17.', '1 2', 'US', 'US$', '17,500.0'])(
    '%j is not called wrong yet',
    (text) => expect(isUnfinishedAmount(text)).toBe(true),
  )
  test.each(['17.500,00', '17.500', '17,5000', 'abc', '-1', '1.005'])('%j is wrong already', (text) =>
    expect(isUnfinishedAmount(text)).toBe(false),
  )
})

describe('an amount on a screen', () => {
  test.each([
    [0n, 'US$0.00'],
    [5n, 'US$0.05'],
    [99_999n, 'US$999.99'],
    [125_000n, 'US$1,250.00'],
    [-125_000n, '−US$1,250.00'],
    [123_456_789_012_345_678_901n, 'US$1,234,567,890,123,456,789.01'],
  ])('%s cents are %s', (minor, text) => expect(formatMoney(minor)).toBe(text))

  test('is plain in fields and files', () => {
    expect(formatPlain(123_456_789n)).toBe('1234567.89')
    expect(formatPlain(-7n)).toBe('-0.07')
  })
})
