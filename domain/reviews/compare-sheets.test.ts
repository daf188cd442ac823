import { expect, test } from 'vitest'
import { compareSheets } from './compare-sheets'

const criteria = [
  { id: 'quality', name: 'Quality' },
  { id: 'launch', name: 'Timely launch' },
]
const score = (criterion: string, value: number | null, reason = '') => ({
  criterion,
  value,
  notApplicable: false,
  reason,
})
const passage = (quote: string) => ({ section: 'team', quote, occurrence: 0 })

test('sheets that say the same do not differ, written out or not', () => {
  expect(compareSheets(criteria, [], [score('quality', null)])).toEqual([])
  // As the storage gives it back: the keys of a citation in another order.
  const stored = { occurrence: 0, quote: 'Two engineers', section: 'team' }
  const [before, after] = [stored, passage('Two engineers')].map((one) => [
    { ...score('quality', 3), citations: [one] },
  ])
  expect(compareSheets(criteria, before!, after!)).toEqual([])
})

test('value, words of the reason and passages differ each by themselves', () => {
  const before = [{ ...score('quality', 3, 'Sound plan.'), citations: [passage('Old')] }, score('launch', 0)]
  const after = [
    { ...score('quality', 3, 'Sound bold plan.'), citations: [passage('New')] },
    { ...score('launch', null), notApplicable: true },
  ]
  expect(compareSheets(criteria, before, after)).toEqual([
    {
      criterion: 'quality',
      name: 'Quality',
      reason: [
        { kind: 'kept', text: 'Sound ' },
        { kind: 'added', text: 'bold ' },
        { kind: 'kept', text: 'plan.' },
      ],
      cited: ['New'],
      takenOut: ['Old'],
    },
    {
      criterion: 'launch',
      name: 'Timely launch',
      value: { before: '0', after: 'Not applicable' },
      cited: [],
      takenOut: [],
    },
  ])
})
