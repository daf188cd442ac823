import { expect, test } from 'vitest'
import { sayCount } from './say-count'

test.each([
  [0, '0 names'],
  [1, '1 name'],
  [1.04, '1 name'],
  [1.06, '1.1 names'],
  [1200, '1,200 names'],
])('%d is said as “%s”', (count, said) => {
  expect(sayCount(count, ['name', 'names'])).toBe(said)
})
