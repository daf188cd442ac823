import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawn, drawOrder, isSeed } from './tie-break'

const SEED = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'

test('the number drawn is the SHA-256 of exactly these bytes', () => {
  const text = `pir-tie-v1|${SEED}|q7|K3ZD`
  expect(text).toHaveLength(10 + 1 + 64 + 1 + 2 + 1 + 4)
  expect(drawn(SEED, 'q7', 'K3ZD')).toBe(createHash('sha256').update(text, 'ascii').digest('hex'))
})

test('the order is by ascending number, whatever order the paddles come in', () => {
  const paddles = ['K3ZD', 'P001', 'A', 'B', 'C']
  const expected = [...paddles].sort((a, b) => (drawn(SEED, 'q7', a) < drawn(SEED, 'q7', b) ? -1 : 1))
  fc.assert(
    fc.property(fc.shuffledSubarray(paddles, { minLength: 5 }), (shuffled) => {
      expect(drawOrder(SEED, 'q7', shuffled)).toEqual(expected)
    }),
  )
})

test('the same paddles draw differently on another lot', () => {
  expect(drawn(SEED, 'q7', 'A')).not.toBe(drawn(SEED, 'q8', 'A'))
})

test('a seed is 64 lower-case hexadecimal digits', () => {
  expect(isSeed(SEED)).toBe(true)
  expect([SEED.toUpperCase(), SEED.slice(1), `${SEED}0`, ''].some(isSeed)).toBe(false)
})
