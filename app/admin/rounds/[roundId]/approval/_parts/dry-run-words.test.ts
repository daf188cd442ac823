import { expect, test } from 'vitest'
import { showLength, showPercent } from './dry-run-words'

test('a length is read in hours and minutes', () => {
  expect([0, 59 * 60, 3600, 9 * 3600 + 2400].map(showLength)).toEqual([
    '0 min',
    '59 min',
    '1 h',
    '9 h 40 min',
  ])
})

test('a share is read in whole per cent', () => {
  expect([0, 49, 50, 10_000].map(showPercent)).toEqual(['0 %', '0 %', '1 %', '100 %'])
})
