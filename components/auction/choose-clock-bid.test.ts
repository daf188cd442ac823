import { expect, test } from 'vitest'
import { choiceOf, problemWithChoice } from './choose-clock-bid'

const prices = { startMinor: 500_000n, endMinor: 600_000n }

test('an amount says what it does: below the end price it leaves, above it stands for later rounds', () => {
  expect(choiceOf(599_999n, prices.endMinor)).toBe('leave')
  expect(choiceOf(600_000n, prices.endMinor)).toBe('stay')
  expect(choiceOf(600_001n, prices.endMinor)).toBe('proxy')
})

test('an amount that is not what was chosen is refused before it is sent', () => {
  expect(problemWithChoice('leave', 499_999n, prices)).toMatch('at least its start price, US$5,000.00')
  expect(problemWithChoice('leave', 600_000n, prices)).toMatch('you stay in')
  expect(problemWithChoice('proxy', 600_000n, prices)).toMatch('above US$6,000.00')
  expect(problemWithChoice('leave', 500_000n, prices)).toBeUndefined()
  expect(problemWithChoice('proxy', 600_001n, prices)).toBeUndefined()
})
