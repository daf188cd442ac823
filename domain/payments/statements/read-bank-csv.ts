import { parse } from 'csv-parse/sync'
import { type Draft, MOST_LINES, type Statement, weigh } from './statement'

export const CSV_COLUMNS = ['date', 'amount', 'currency', 'account', 'reference', 'payer', 'message'] as const

/**
 * Reads a bank’s CSV with the columns above, in any order, separated by commas or semicolons. A negative amount is money
 * that left. Undefined when the heading is another, or there are too many lines.
 */
export function readCsv(text: string): Statement | undefined {
  const heading = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? ''
  const delimiter = heading.includes(';') ? ';' : ','
  const rows = rowsOf(text, delimiter)
  const names = rows?.[0]?.map((name) => name.trim().toLowerCase()) ?? []
  if (!rows || CSV_COLUMNS.some((name) => !names.includes(name)) || rows.length > MOST_LINES + 1)
    return undefined
  const found: Statement = { format: 'csv', receipts: [], problems: [] }
  rows.slice(1).forEach((row, index) => {
    const cell = (name: (typeof CSV_COLUMNS)[number]) => (row[names.indexOf(name)] ?? '').trim()
    const draft: Draft = {
      line: index + 2,
      account: cell('account'),
      reference: cell('reference'),
      bookedOn: cell('date'),
      amount: cell('amount'),
      currency: cell('currency').toUpperCase(),
      ...{ direction: 'in', booked: true, reversal: false },
      payer: cell('payer'),
      message: cell('message'),
    }
    if (row.length === names.length) weigh(draft, found)
    else
      found.problems.push({
        line: index + 2,
        reason: 'It has another number of columns than the heading.',
        text: row.join(', ').slice(0, 300),
      })
  })
  return found
}

function rowsOf(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true })
  } catch {
    return undefined
  }
}
