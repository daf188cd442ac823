import { expect, test } from 'vitest'
import { takePlace } from './at-once'

test('one has so many places at once, another has its own, and one that is given back can be taken', () => {
  const [first, second] = [takePlace('ann', 2), takePlace('ann', 2)]
  expect(first && second).toBeDefined()
  expect(takePlace('ann', 2)).toBeUndefined()
  expect(takePlace('bob', 2)).toBeDefined()
  first?.()
  const third = takePlace('ann', 2)
  expect(third).toBeDefined()
  expect(takePlace('ann', 2)).toBeUndefined()
})
