import { expect, test } from 'vitest'
import { boundsOf, quarterOf } from './quarters'

test.each([
  ['2013Q1', '2013-01-01', '2013-04-01'],
  ['2013Q2', '2013-04-01', '2013-07-01'],
  ['2013Q4', '2013-10-01', '2014-01-01'],
])('%s runs from %s up to %s', (quarter, from, to) => {
  expect(boundsOf(quarter)).toEqual({ from, to })
  expect(quarterOf(from)).toBe(quarter)
  expect(quarterOf(to)).not.toBe(quarter)
})
