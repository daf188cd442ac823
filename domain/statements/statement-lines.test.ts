import { expect, test } from 'vitest'
import { FIRST_SETTINGS } from './programme-revenue'
import type { StatementContent } from './statement-content'
import { linesOfStatement } from './statement-lines'

const content: StatementContent = {
  v: 1,
  quarter: '2013Q2',
  from: '2013-04-01',
  to: '2013-07-01',
  ordinary: {
    revenueMinor: '120000000',
    increments: '0',
    source: 'A report',
    recordedAt: '2013-07-02T00:00:00Z',
  },
  programme: {
    settings: FIRST_SETTINGS,
    words: 'Gross.',
    revenueMinor: '500',
    names: [{ awardId: 'awd_1', label: 'q7', day: '2013-05-01', priceMinor: '500', countedMinor: '500' }],
  },
  tables: [{ id: 'A', name: 'Reading A', verified: false }],
}

test('a statement as lines tells its period, its hash, each name, and that a table is unverified', () => {
  const lines = linesOfStatement({ content, hash: 'ab12', frozen: null })
  expect(lines).toEqual([
    ['item', 'of', 'value'],
    ['quarter', '2013Q2', '2013-04-01/2013-07-01'],
    ['statement', 'not frozen', 'ab12'],
    ['ordinary_revenue_usd_cents', 'A report', '120000000'],
    ['annual_increments', 'A report', '0'],
    ['programme_revenue_usd_cents', 'Gross.', '500'],
    ['name_usd_cents', 'q7.org 2013-05-01', '500'],
    ['fee_usd_cents', 'table A, unverified', ''],
  ])
})
