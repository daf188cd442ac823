import { stringify } from 'csv-stringify/sync'
import { refuse, toPublicError } from '@/lib/errors'
import { errorResponse } from '@/lib/route-action'

type Cell = string | number | bigint | boolean | Date | null | undefined
type Table = { columns: readonly string[]; rows: readonly (readonly Cell[])[] }

/**
 * Open data as JSON, or with `?format=csv` as RFC 4180 CSV under a file name (R17.1). Whole cents are decimal strings,
 * instants ISO in UTC; a cell that a spreadsheet would take for a formula is quoted. Another format is refused.
 */
export function answerData(request: Request, name: string, value: unknown, table?: () => Table): Response {
  const format = new URL(request.url).searchParams.get('format') ?? 'json'
  if (format === 'csv' && table) return answerCsv(name, table())
  if (format !== 'json') {
    const offered = table ? 'json or csv' : 'json'
    return errorResponse(toPublicError(refuse('input.invalid', {}, { format: `Ask for ${offered}.` })))
  }
  const text = JSON.stringify(value, (_key, member) =>
    typeof member === 'bigint' ? member.toString() : member,
  )
  return new Response(text, { headers: headersOf('application/json; charset=utf-8') })
}

function answerCsv(name: string, { columns, rows }: Table): Response {
  const text = stringify([columns, ...rows.map((row) => row.map(plain))], {
    escape_formulas: true,
    record_delimiter: 'windows',
  })
  const headers = headersOf('text/csv; charset=utf-8; header=present')
  return new Response(text, {
    headers: { ...headers, 'content-disposition': `attachment; filename="${name}.csv"` },
  })
}

function plain(cell: Cell): string | number | boolean {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString()
  return typeof cell === 'bigint' ? cell.toString() : cell
}

/** The same for everyone, and never older than a few seconds. */
function headersOf(type: string): Record<string, string> {
  return { 'content-type': type, 'cache-control': 'public, max-age=5', 'access-control-allow-origin': '*' }
}
