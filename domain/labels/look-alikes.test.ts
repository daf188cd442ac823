import { expect, test } from 'vitest'
import { lookAlikes } from './look-alikes'
import { allLabels } from './rules'

test.each([
  ['q7', ['97', 'g7']],
  ['0o', ['00', 'oo']],
  ['1', ['i', 'l']],
  ['x', []],
])('%s looks like %j', (label, others) => expect(lookAlikes(label)).toEqual(others))

test('whoever looks alike does so both ways, and is a label', () => {
  for (const label of allLabels)
    for (const other of lookAlikes(label)) {
      expect(allLabels).toContain(other)
      expect(lookAlikes(other)).toContain(label)
    }
})
