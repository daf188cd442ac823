import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meanInterval, sumInterval, wilson } from './intervals'

describe('R15.1 intervals', () => {
  test('of a share is the one of Wilson: 8 of 10, as tables give it', () => {
    const { low, high } = wilson(8, 10)
    expect(low).toBeCloseTo(0.4902, 4)
    expect(high).toBeCloseTo(0.9433, 4)
    expect(wilson(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.2775, 4) })
  })

  test('of a mean is Student’s: 1, 2, 3 by hand', () => {
    // Mean 2, variance 1: 2 ± 4.3027 / √3.
    const interval = meanInterval(6, 14, 3)!
    expect(interval.low).toBeCloseTo(2 - 4.3027 / Math.sqrt(3), 6)
    expect(interval.high).toBeCloseTo(2 + 4.3027 / Math.sqrt(3), 6)
    expect(meanInterval(5, 25, 1), 'one case says nothing').toBeUndefined()
    const large = meanInterval(2000, 5000, 1000)!
    expect(large.high - 2).toBeCloseTo(1.9623 * Math.sqrt(1000 / 999 / 1000), 4)
  })

  test('of a sum is recovered from its parts', () => {
    const parts = [
      { value: 0.5, share: 60, low: 0.4, high: 0.55 },
      { value: 0.2, share: 40, low: 0.1, high: 0.4 },
    ]
    const { low, high } = sumInterval(parts)
    expect(low).toBeCloseTo(38 - Math.hypot(6, 4), 10)
    expect(high).toBeCloseTo(38 + Math.hypot(3, 8), 10)
  })

  test('holds the share, and narrows as the portfolio grows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, share) => {
          const count = Math.round(of * share)
          const { low, high } = wilson(count, of)
          expect(low).toBeLessThanOrEqual(count / of + 1e-12)
          expect(high).toBeGreaterThanOrEqual(count / of - 1e-12)
          const larger = wilson(count * 10, of * 10)
          expect(larger.high - larger.low).toBeLessThanOrEqual(high - low + 1e-12)
        },
      ),
    )
  })
})
