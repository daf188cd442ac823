import { expect, test } from 'vitest'
import { phaseName, roundName } from './round-name'

test('number and name stand together', () => {
  expect(roundName({ number: 4, name: 'Six for the new year' })).toBe('Round 4, Six for the new year')
  expect(phaseName({ number: 1, name: 'The first names' })).toBe('Phase 1: The first names')
})

test('a name that only repeats the number is not said twice', () => {
  expect(roundName({ number: 4, name: 'Round 4' })).toBe('Round 4')
  expect(phaseName({ number: 1, name: 'Phase 1' })).toBe('Phase 1')
})
