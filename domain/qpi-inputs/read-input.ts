import type { QpiFileKind } from '@/db/schema/qpi'
import type { FileRow } from '@/domain/qpi/assemble-figures'
import type { Listing } from '@/domain/qpi/join-listings'
import { type RowError, readTransactions, type TransactionReport } from '@/domain/qpi/read-transactions'
import { columnsOf, isCountKind } from './kinds'
import { readCounts } from './read-counts'
import { type Holder, readHolders } from './read-holders'
import { readListing } from './read-listing'

export type InputFile = {
  rows: FileRow[]
  listings: Listing[]
  holders: Holder[]
  totals: TransactionReport['totals']
  errors: RowError[]
}

const nothing = { rows: [], listings: [], holders: [], totals: null }

/** Reads a file of a kind (R15.3); undefined when it is no file of this kind. */
export function readInputFile(kind: QpiFileKind, period: string, bytes: Uint8Array): InputFile | undefined {
  const text = new TextDecoder().decode(bytes).replaceAll('\0', '\ufffd')
  if (kind === 'transactions') return readReport(text)
  if (kind === 'abuse') {
    const read = readListing(text, period)
    return read && { ...nothing, listings: read.rows, errors: read.errors }
  }
  if (kind === 'holders') {
    const read = readHolders(text)
    return read && { ...nothing, holders: read.rows, errors: read.errors }
  }
  if (!isCountKind(kind)) return undefined
  const read = readCounts(kind, text)
  return read && { ...nothing, ...read }
}

function readReport(text: string): InputFile | undefined {
  const report = readTransactions(text)
  if (!report) return undefined
  const columns = columnsOf('transactions')
  const rows = report.rows.map(({ figures, ianaId, line, registrarName }) => ({
    ...{ ianaId, line, name: registrarName.slice(0, 200) },
    figures: columns.map((column) => figures[column] ?? 0),
  }))
  return { ...nothing, rows, totals: report.totals, errors: report.errors }
}
