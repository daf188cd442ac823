import type { Cell } from '@/domain/open-data/paged-list'
import { refuse, toPublicError } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { isUnchanged } from '@/lib/not-modified'
import { errorResponse } from '@/lib/route-action'
import { CSV_TYPE, writeCsv } from '@/lib/write-csv'

type Table = { columns: readonly string[]; rows: readonly (readonly Cell[])[] }

/**
 * Open data as JSON, or with `?format=csv` as RFC 4180 CSV under a file name (R17.1). Whole cents are decimal strings,
 * instants ISO in UTC; a cell that a spreadsheet would take for a formula is quoted. Another format is refused. Who sends
 * the ETag of what it has is told when that still stands.
 */
export function answerData(request: Request, name: string, value: unknown, table?: () => Table): Response {
  const format = new URL(request.url).searchParams.get('format') ?? 'json'
  if (format === 'csv' && table) return answerCsv(request, name, table())
  if (format !== 'json') {
    const offered = table ? 'json or csv' : 'json'
    return errorResponse(toPublicError(refuse('input.invalid', {}, { format: `Ask for ${offered}.` })))
  }
  return writeJson(request, value)
}

/** JSON that is read from the database no faster than the client takes it; `stamp` changes whenever it does. */
export function streamJson(request: Request, stamp: unknown, text: () => AsyncIterable<string>): Response {
  const format = new URL(request.url).searchParams.get('format') ?? 'json'
  if (format !== 'json')
    return errorResponse(toPublicError(refuse('input.invalid', {}, { format: 'Ask for json.' })))
  const etag = `W/"${sha256Hex(JSON.stringify(stamp)).slice(0, 32)}"`
  if (isUnchanged(request, etag)) return notModified(etag)
  const [pieces, encoder] = [text()[Symbol.asyncIterator](), new TextEncoder()]
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        const { done, value } = await pieces.next()
        return done ? stream.close() : stream.enqueue(encoder.encode(value))
      },
    },
    { highWaterMark: 1 },
  )
  return new Response(body, { headers: { ...headersOf('application/json; charset=utf-8'), etag } })
}

export function writeJson(request: Request, value: unknown, more: Record<string, string> = {}): Response {
  const text = JSON.stringify(value, (_key, member) =>
    typeof member === 'bigint' ? member.toString() : member,
  )
  return answerText(request, text, { ...headersOf('application/json; charset=utf-8'), ...more })
}

function answerCsv(request: Request, name: string, { columns, rows }: Table): Response {
  const text = writeCsv([columns, ...rows.map((row) => row.map(inCell))])
  return answerText(request, text, {
    ...headersOf(CSV_TYPE),
    'content-disposition': `attachment; filename="${name}.csv"`,
  })
}

/** Weak, because the server compresses what it sends. */
function answerText(request: Request, text: string, headers: Record<string, string>): Response {
  const etag = `W/"${sha256Hex(text).slice(0, 32)}"`
  if (isUnchanged(request, etag)) return notModified(etag)
  return new Response(text, { headers: { ...headers, etag } })
}

export function notModified(etag: string): Response {
  const { 'content-type': _type, ...headers } = headersOf('')
  return new Response(null, { status: 304, headers: { ...headers, etag } })
}

export function inCell(cell: Cell): string | number | boolean {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString()
  return typeof cell === 'bigint' ? cell.toString() : cell
}

/** The same for everyone, and never older than a few seconds. */
export function headersOf(type: string): Record<string, string> {
  return {
    'content-type': type,
    'cache-control': 'public, max-age=5',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'etag, last-modified, link, retry-after',
  }
}
