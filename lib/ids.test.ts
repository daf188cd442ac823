import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from './ids'

const instants = fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })

test('an id carries its prefix and 26 characters that cannot be misread', () => {
  expect(newId('bid')).toMatch(/^bid_[0-9a-hjkmnp-tv-z]{26}$/)
})

test('ids made in one millisecond differ', () => {
  const at = new Date('2026-11-21T10:00:00.000Z')
  expect(new Set(Array.from({ length: 10_000 }, () => newId('bid', at))).size).toBe(10_000)
})

test('ids sort by the instant they were made at', () => {
  fc.assert(
    fc.property(instants, instants, (a, b) => {
      fc.pre(a < b)
      expect(newId('lot', a) < newId('lot', b)).toBe(true)
    }),
  )
})
