import { readCsv } from '@/lib/read-csv'
import { type Draft, MOST_LINES, type Statement, weigh } from './statement'

export const CSV_COLUMNS = ['date', 'amount', 'currency', 'account', 'reference', 'payer', 'message'] as const

/**
 * Reads a bank’s CSV with the columns above, in any order, separated by commas or semicolons. A negative amount is money
 * that left. Undefined when the heading is another, its quotes do not match, or there
 * are too many lines.
 */
export function readBankCsv(text: string): Statement | undefined {
  const heading = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? ''
  const delimiter = heading.includes(';') ? ';' : ','
  const { records, problems } = readCsv(text, delimiter)
  const names = records[0]?.record.map((name) => name.toLowerCase()) ?? []
  const unknown = CSV_COLUMNS.some((name) => !names.includes(name))
  if (problems.length > 0 || unknown || records.length > MOST_LINES + 1) return undefined
  const found: Statement = { format: 'csv', receipts: [], debits: [], problems: [] }
  for (const { record, line } of records.slice(1)) {
    const cell = (name: (typeof CSV_COLUMNS)[number]) => record[names.indexOf(name)] ?? ''
    const draft: Draft = {
      line,
      account: cell('account'),
      reference: cell('reference'),
      bookedOn: cell('date'),
      amount: cell('amount'),
      currency: cell('currency').toUpperCase(),
      ...{ direction: 'in', booked: true, reversal: false },
      payer: cell('payer'),
      message: cell('message'),
    }
    if (record.length === names.length) weigh(draft, found)
    else
      found.problems.push({
        line,
        reason: 'It has another number of columns than the heading.',
        text: record.join(', ').slice(0, 300),
      })
  }
  return found
}
