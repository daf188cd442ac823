import { type CsvRecord, readCsv } from '@/lib/read-csv'
import { sayCount } from '@/lib/say-count'
import { LAST_OF_OLDER_FORM, transactionColumns } from './transaction-columns'

/** The figures of one registrar, as its row gives them: every column of the report but name and id. */
export type TransactionRow = {
  line: number
  registrarName: string
  ianaId: number
  figures: Record<string, number>
}

/** What cannot be taken over, and where. */
export type RowError = { line: number; column?: string; message: string }

/** Where the report’s own totals row says another sum than its rows have. */
export type TotalDifference = { column: string; stated: number; summed: number }

export type TransactionReport = {
  columns: number
  rows: TransactionRow[]
  /** Null: the report has no totals row. */
  totals: { line: number; differences: TotalDifference[] } | null
  errors: RowError[]
}

/**
 * Reads ICANN’s per-registrar transactions report (R15.3): 39 columns found by their heading in any case, with hyphens,
 * spaces or underscores, in any order; a byte order mark, a title line, a leading TLD column and the older form without
 * the last columns are fine. A blank figure is 0. Each row comes back read or as an error with its line: none is dropped
 * in silence. The totals row is compared with the sums of the rows that were read.
 * @returns undefined when no line names the columns
 */
export function readTransactions(text: string): TransactionReport | undefined {
  const { records, problems } = readCsv(text)
  const errors: RowError[] = [...problems]
  const at = records.findIndex(({ record }) => isHeading(record))
  const heading = records[at]?.record.map(columnName)
  if (!heading) return undefined
  const wanted = heading.includes('attempted-adds') ? transactionColumns : olderColumns
  const missing = wanted.filter((column) => !heading.includes(column))
  const line = records[at]!.line
  for (const column of heading.filter((name, index) => heading.indexOf(name) !== index))
    errors.push({ line, column, message: 'The report has this column twice; the first counts.' })
  for (const column of missing) errors.push({ line, column, message: 'The report has no such column.' })
  const report: TransactionReport = { columns: heading.length, rows: [], totals: null, errors }
  const stated: CsvRecord[] = []
  const lineOf = new Map<number, number>()
  for (const numbered of records.slice(at + 1)) readInto(report, lineOf, stated, heading, numbered)
  report.totals = checkTotals(report, stated, heading)
  return { ...report, errors: errors.sort((a, b) => a.line - b.line) }
}

const olderColumns = transactionColumns.slice(0, transactionColumns.indexOf(LAST_OF_OLDER_FORM) + 1)

/** `Total Domains` and `total_domains` → `total-domains`. */
function columnName(heading: string): string {
  return heading.toLowerCase().replace(/[\s_]+/g, '-')
}

function isHeading(record: readonly string[]): boolean {
  const names = record.map(columnName)
  return names.includes('registrar-name') && names.includes('iana-id')
}

function readInto(
  report: TransactionReport,
  lineOf: Map<number, number>,
  stated: CsvRecord[],
  heading: readonly string[],
  numbered: CsvRecord,
): void {
  const { record, line } = numbered
  const { errors, rows } = report
  const of = (column: string) => record[heading.indexOf(column)] ?? ''
  if (record.length !== heading.length) {
    const message = `The row has ${sayCount(record.length, ['cell', 'cells'])}, the heading ${heading.length}.`
    errors.push({ line, message })
    return
  }
  if (of('registrar-name').toLowerCase() === 'totals' && of('iana-id') === '') {
    stated.push(numbered)
    return
  }
  const ianaId = readIanaId(of('iana-id'))
  if (!ianaId) {
    errors.push({ line, column: 'iana-id', message: `“${of('iana-id')}” is no IANA id.` })
    return
  }
  const first = lineOf.get(ianaId)
  if (first !== undefined) {
    errors.push({ line, column: 'iana-id', message: `The id ${ianaId} is on line ${first} already.` })
    return
  }
  const figures = readFigures(heading, record, (column, cell) => {
    errors.push({ line, column, message: `“${cell}” is no whole number from 0.` })
  })
  if (!figures) return
  lineOf.set(ianaId, line)
  rows.push({ line, registrarName: of('registrar-name'), ianaId, figures })
}

/** Undefined when any cell is no figure; each such cell is told. */
function readFigures(
  heading: readonly string[],
  record: readonly string[],
  refuse: (column: string, cell: string) => void,
): Record<string, number> | undefined {
  let whole = true
  const figures: Record<string, number> = {}
  for (const [index, column] of heading.entries()) {
    if (!figureColumns.has(column) || Object.hasOwn(figures, column)) continue
    const cell = record[index] ?? ''
    const count = cell === '' ? 0 : readCount(cell)
    if (count === undefined) {
      refuse(column, cell)
      whole = false
    } else {
      figures[column] = count
    }
  }
  return whole ? figures : undefined
}

const figureColumns = new Set(transactionColumns.slice(2))

/** Undefined for 0, and for more digits than an id has. */
export function readIanaId(cell: string): number | undefined {
  return /^0*[1-9]\d{0,8}$/.test(cell) ? Number(cell) : undefined
}

function readCount(cell: string): number | undefined {
  return /^\d{1,15}$/.test(cell) ? Number(cell) : undefined
}

function checkTotals(
  { rows, errors }: TransactionReport,
  [stated, second]: readonly CsvRecord[],
  heading: readonly string[],
): TransactionReport['totals'] {
  if (!stated) return null
  if (second) errors.push({ line: second.line, message: `Line ${stated.line} has the totals already.` })
  const { line } = stated
  const figures = readFigures(heading, stated.record, (column, cell) => {
    errors.push({ line, column, message: `“${cell}” is no whole number from 0.` })
  })
  const differences = Object.entries(figures ?? {}).flatMap(([column, total]) => {
    const summed = rows.reduce((sum, row) => sum + (row.figures[column] ?? 0), 0)
    return summed === total ? [] : [{ column, stated: total, summed }]
  })
  return { line, differences }
}
