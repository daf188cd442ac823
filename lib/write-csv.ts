import { stringify } from 'csv-stringify/sync'

type Cell = string | number | boolean

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present'

/** Rows as CSV (RFC 4180); a cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows as Cell[][], { escape_formulas: true, record_delimiter: 'windows' })
}

/** CSV to be kept as a file of that name (without its ending) by one person: no cache keeps it. */
export function csvFile(name: string, content: string | ReadableStream<Uint8Array>): Response {
  return new Response(content, {
    headers: {
      'content-type': CSV_TYPE,
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
    },
  })
}
