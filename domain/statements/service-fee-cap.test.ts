import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatHundredths } from './fractions'
import { capHundredths, FEE_BEFORE_2007_MINOR, highestFee, isAtMost, serviceFeeCaps } from './service-fee-cap'

const start = { year: 2007, capMinor: 660n }
function shown(charged: Record<number, bigint>, until: number, from = start) {
  const answer = serviceFeeCaps({
    start: from,
    charged: new Map(Object.entries(charged).map(([year, fee]) => [Number(year), fee])),
    until,
  })
  if (!answer.ok) return answer
  return Object.fromEntries(
    [...answer.caps].map(([year, cap]) => [year, formatHundredths(capHundredths(cap))]),
  )
}

describe('the cap of ordinary names (R14.2)', () => {
  test('is 10 % more than the lower of cap and highest fee of the year before', () => {
    expect(shown({ 2007: 615n, 2008: 675n }, 2009)).toEqual({
      2007: '660.00',
      2008: '676.50',
      2009: '742.50',
    })
  })

  test('begins with US$6.60 in 2007, from US$6.00 before', () => {
    expect(shown({ 2006: 600n }, 2007, { year: 2006, capMinor: FEE_BEFORE_2007_MINOR })).toEqual({
      2006: '600.00',
      2007: '660.00',
    })
  })

  test('never rests on a fee above the cap, and keeps every decimal on the way', () => {
    const caps = { 2007: '660.00', 2008: '726.00', 2009: '798.60', 2010: '878.46', 2011: '966.31' }
    expect(shown({ 2007: 700n, 2008: 800n, 2009: 900n, 2010: 1000n }, 2011)).toEqual(caps)
  })

  test('stays open after a year without a fee charged', () => {
    expect(shown({ 2007: 615n }, 2009)).toEqual({ ok: false, missingYear: 2008 })
  })

  test('says to the cent what may be charged', () => {
    const cap = { numerator: 6765n, denominator: 10n }
    expect([isAtMost(676n, cap), isAtMost(677n, cap), highestFee(cap)]).toEqual([true, false, 676n])
  })

  test('is never negative, never above 10 % more a year, and does not fall when more was charged', () => {
    const fees = fc.array(fc.bigInt(0n, 10n ** 9n), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(fees, fc.bigInt(0n, 1000n), (charged, more) => {
        const capsOf = (list: bigint[]) => {
          const byYear = new Map(list.map((fee, index) => [2007 + index, fee]))
          const answer = serviceFeeCaps({ start, charged: byYear, until: 2007 + list.length })
          if (!answer.ok) throw new Error('A year is missing.')
          return [...answer.caps.values()]
        }
        const [caps, higher] = [capsOf(charged), capsOf(charged.map((fee) => fee + more))]
        caps.forEach((cap, index) => {
          const [before, other] = [caps[index - 1], higher[index]!]
          expect(cap.numerator >= 0n).toBe(true)
          if (before)
            expect(10n * cap.numerator * before.denominator <= 11n * before.numerator * cap.denominator).toBe(
              true,
            )
          expect(other.numerator * cap.denominator >= cap.numerator * other.denominator).toBe(true)
        })
      }),
    )
  })
})
