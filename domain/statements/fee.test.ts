import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feeOf } from './fee'
import { feeTables, isInForce } from './fee-tables'
import { formatHundredths } from './fractions'

const { A, B } = feeTables
const at = (averageMinor: bigint, table = A, increments = 1000n) =>
  feeOf({ revenueMinor: averageMinor * increments, programmeRevenueMinor: 0n, increments }, table)!

describe('worked examples (R14.1)', () => {
  test('many names: the Programme’s revenue does not move the rate', () => {
    const ordinary = { revenueMinor: 1_950_000_000n, increments: 2_600_040n }
    for (const table of [A, B]) {
      const fee = feeOf({ ...ordinary, programmeRevenueMinor: 100_000_000n }, table)!
      expect(formatHundredths(fee.averageHundredths)).toBe('788.45')
      expect(fee).toMatchObject({ ratePerIncrementMinor: 25n, feeMinor: 65_001_000n, atCap: true })
    }
  })

  test('few names at a low price: it does, and the two readings differ without it', () => {
    const ordinary = { revenueMinor: 120_000_000n, increments: 300_000n }
    const without = { ...ordinary, programmeRevenueMinor: 0n }
    expect(feeOf(without, A)).toMatchObject({
      ratePerIncrementMinor: 20n,
      feeMinor: 6_000_000n,
      atCap: false,
    })
    expect(feeOf(without, B)).toMatchObject({ ratePerIncrementMinor: 15n, feeMinor: 4_500_000n })
    for (const table of [A, B]) {
      const fee = feeOf({ ...ordinary, programmeRevenueMinor: 100_000_000n }, table)!
      expect(formatHundredths(fee.averageHundredths)).toBe('733.33')
      expect(fee).toMatchObject({ ratePerIncrementMinor: 25n, feeMinor: 7_500_000n, atCap: true })
    }
  })
})

describe('both sides of every boundary', () => {
  test.each([
    [A, 0n, 15n],
    [A, 299n, 15n],
    [A, 300n, 15n],
    [A, 319n, 15n],
    [A, 320n, 16n],
    [A, 321n, 16n],
    [A, 339n, 16n],
    [A, 340n, 17n],
    [A, 499n, 24n],
    [A, 500n, 25n],
    [A, 501n, 25n],
    [A, 10_000n, 25n],
    [B, 300n, 15n],
    [B, 499n, 15n],
    [B, 518n, 15n],
    [B, 519n, 16n],
    [B, 698n, 24n],
    [B, 699n, 25n],
    [B, 700n, 25n],
  ])('%s', (table, average, rate) => expect(at(average, table).ratePerIncrementMinor).toBe(rate))

  test('a cent of revenue below the boundary is below it, however the average reads', () => {
    const increments = 1_000_003n
    const just = { revenueMinor: 320n * increments, programmeRevenueMinor: 0n, increments }
    expect(feeOf(just, A)!.ratePerIncrementMinor).toBe(16n)
    const below = feeOf({ ...just, revenueMinor: just.revenueMinor - 1n }, A)!
    expect(below.ratePerIncrementMinor).toBe(15n)
    expect(formatHundredths(below.averageHundredths)).toBe('320.00')
  })

  test('without increments there is no average', () => {
    expect(feeOf({ revenueMinor: 1n, programmeRevenueMinor: 0n, increments: 0n }, A)).toBeUndefined()
  })
})

describe('for any figures', () => {
  const figures = fc.record({
    revenueMinor: fc.bigInt(0n, 10n ** 15n),
    programmeRevenueMinor: fc.bigInt(0n, 10n ** 15n),
    increments: fc.bigInt(1n, 10n ** 12n),
  })
  const table = fc.constantFrom(A, B)

  test('the rate lies between floor and cap, and the fee is rate times increments', () => {
    fc.assert(
      fc.property(figures, table, (given, by) => {
        const fee = feeOf(given, by)!
        expect(fee.ratePerIncrementMinor >= 15n && fee.ratePerIncrementMinor <= 25n).toBe(true)
        expect(fee.feeMinor).toBe(fee.ratePerIncrementMinor * given.increments)
        expect(fee.atCap).toBe(fee.ratePerIncrementMinor === 25n)
      }),
    )
  })

  test('more revenue, from whichever side, never costs less', () => {
    fc.assert(
      fc.property(figures, fc.bigInt(0n, 10n ** 12n), table, (given, more, by) => {
        const before = feeOf(given, by)!.feeMinor
        expect(feeOf({ ...given, revenueMinor: given.revenueMinor + more }, by)!.feeMinor >= before).toBe(
          true,
        )
        const programme = { ...given, programmeRevenueMinor: given.programmeRevenueMinor + more }
        expect(feeOf(programme, by)!.feeMinor >= before).toBe(true)
      }),
    )
  })

  test('reading A never charges less than reading B', () => {
    fc.assert(fc.property(figures, (given) => feeOf(given, A)!.feeMinor >= feeOf(given, B)!.feeMinor))
  })
})

test('no table is said to be verified, and none is in force before 2007', () => {
  for (const table of [A, B]) {
    expect(table.verified).toBe(false)
    expect([isInForce(table, '2006-12-31'), isInForce(table, '2007-01-01')]).toEqual([false, true])
  }
  expect(isInForce({ ...A, validTo: '2019-07-01' }, '2019-07-01')).toBe(false)
})
