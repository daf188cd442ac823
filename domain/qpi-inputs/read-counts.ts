import type { FileRow } from '@/domain/qpi/assemble-figures'
import { type RowError, readIanaId } from '@/domain/qpi/read-transactions'
import { readCsv } from '@/lib/read-csv'
import { sayCount } from '@/lib/say-count'
import { type CountKind, countColumns } from './kinds'

export type ReadCounts = { rows: FileRow[]; errors: RowError[] }

/**
 * Reads names counted by registrar: the columns `iana-id` and the two of the kind, found by their heading in any order and
 * case. Each row comes back read or as an error with its line.
 * @returns undefined when no line names the columns
 */
export function readCounts(kind: CountKind, text: string): ReadCounts | undefined {
  const { records, problems } = readCsv(text)
  const wanted = ['iana-id', ...countColumns[kind]]
  const at = records.findIndex(({ record }) => wanted.every((column) => names(record).includes(column)))
  if (at === -1) return undefined
  const heading = names(records[at]!.record)
  const errors: RowError[] = [...problems]
  const rows: FileRow[] = []
  const seen = new Map<number, number>()
  for (const { record, line } of records.slice(at + 1)) {
    const [id = '', ...counted] = wanted.map((column) => record[heading.indexOf(column)] ?? '')
    const ianaId = readIanaId(id)
    const [part, whole] = counted.map(count)
    const refuse = (message: string, column?: string) =>
      errors.push({ line, message, ...(column && { column }) })
    if (record.length !== heading.length)
      refuse(`The row has ${sayCount(record.length, ['cell', 'cells'])}, the heading ${heading.length}.`)
    else if (!ianaId) refuse('This is no IANA id.', 'iana-id')
    else if (part === undefined) refuse('This is no whole number from 0.', wanted[1])
    else if (whole === undefined) refuse('This is no whole number from 0.', wanted[2])
    else if (part > whole) refuse(`${part} is more than ${whole}.`, wanted[1])
    else if (seen.has(ianaId)) refuse(`The id ${ianaId} is on line ${seen.get(ianaId)} already.`, 'iana-id')
    else {
      seen.set(ianaId, line)
      rows.push({ ianaId, line, name: '', figures: [part, whole] })
    }
  }
  return { rows, errors: errors.sort((a, b) => a.line - b.line) }
}

const names = (record: readonly string[]) => record.map((name) => name.toLowerCase().replace(/[\s_]+/g, '-'))

const count = (cell: string) => (/^\d{1,12}$/.test(cell) ? Number(cell) : undefined)
