import { expect, test } from 'vitest'
import { mayBeSame } from './match-names'

test.each([
  ['Example Rivers', 'Example Rivers Foundation (fictional)'],
  ['The EXAMPLE rivers trust', 'Example Rivers'],
  ['Pécs Choirs e.V.', 'Pecs Choirs'],
  ['University of Example, Department of Rivers', 'University of Example'],
])('%s may be %s', (one, other) => {
  expect(mayBeSame(one, other)).toBe(true)
  expect(mayBeSame(other, one)).toBe(true)
})

test.each([
  ['Example Rivers', 'Example Lakes'],
  ['Foundation', 'Example Foundation'],
  ['ABC', 'ABC Rivers'],
  ['Rivers of Example', 'Example Rivers'],
  ['', ''],
])('%s is not %s', (one, other) => {
  expect(mayBeSame(one, other)).toBe(false)
})
