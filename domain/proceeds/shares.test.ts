import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PLACEHOLDER, sharesOn, splitMinor } from './shares'

test('the placeholder gives more than half to the Internet Society’s work, and says what it is', () => {
  const [first] = PLACEHOLDER.parts
  expect(first!.shareBp).toBeGreaterThan(5000)
  expect(PLACEHOLDER.parts.reduce((sum, { shareBp }) => sum + shareBp, 0)).toBe(10_000)
  expect(PLACEHOLDER.note).toMatch(/^Placeholder\./)
})

test('shares hold from their day on', () => {
  const rows = ['2026-01-01', '2026-07-01'].map((validFrom) => ({
    ...PLACEHOLDER,
    validFrom,
    isPlaceholder: false,
  }))
  const from = (day: string) => sharesOn(rows, day).validFrom
  expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map(from)).toEqual([
    null,
    '2026-01-01',
    '2026-01-01',
    '2026-07-01',
  ])
})

test('a cent left over goes to the largest remainder', () => {
  const parts = [3333, 3333, 3334].map((shareBp, index) => ({ name: `${index}`, shareBp }))
  expect(splitMinor(100n, parts)).toEqual([33n, 33n, 34n])
  expect(splitMinor(1n, parts)).toEqual([0n, 0n, 1n])
  expect(splitMinor(2n, PLACEHOLDER.parts)).toEqual([1n, 1n])
})

test('whatever is split, nothing is lost and no part is off by a cent or more', () => {
  const shares = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 15n), shares, (minor, first) => {
      const rest = 10_000 - first.reduce((sum, share) => sum + share, 0)
      const parts = [...first, rest].map((shareBp, index) => ({ name: `${index}`, shareBp }))
      const split = splitMinor(minor, parts)
      expect(split.reduce((sum, value) => sum + value, 0n)).toBe(minor)
      split.forEach((value, index) => {
        const off = value * 10_000n - minor * BigInt(parts[index]!.shareBp)
        expect(off > -10_000n && off < 10_000n).toBe(true)
      })
    }),
  )
})
