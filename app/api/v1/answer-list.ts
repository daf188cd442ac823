import { type Cell, type Narrowing, type PagedList, readPage, readStamp } from '@/domain/open-data/paged-list'
import { refuse, toPublicError } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { isUnchanged } from '@/lib/not-modified'
import { errorResponse } from '@/lib/route-action'
import { CSV_TYPE, writeCsv } from '@/lib/write-csv'
import { headersOf, inCell, notModified, writeJson } from './answer-data'

const MOST = 1000
const USUAL = 500
/** Rows read for a CSV at once: what it takes of memory, however long it is. */
const AT_ONCE = 500

type Asked = { format: 'json' | 'csv'; limit: number; cursor: string; by: Narrowing }

/**
 * A list as JSON in pages (`?limit`, `?cursor`; `next` in the body and in `Link`), or whole as a streamed CSV that is read
 * from the database no faster than the client takes it (R17.1).
 */
export async function answerList<Row>(request: Request, list: PagedList<Row>): Promise<Response> {
  const asked = read(new URL(request.url))
  if ('refused' in asked) return errorResponse(toPublicError(refuse('input.invalid', {}, asked.refused)))
  return asked.format === 'csv' ? streamCsv(request, list, asked.by) : answerPage(request, list, asked)
}

function read(url: URL): Asked | { refused: Record<string, string> } {
  const text = (name: string) => url.searchParams.get(name) ?? undefined
  const format = text('format') ?? 'json'
  if (format !== 'json' && format !== 'csv') return { refused: { format: 'Ask for json or csv.' } }
  const limit = text('limit') ?? String(USUAL)
  if (!/^[1-9]\d{0,3}$/.test(limit) || Number(limit) > MOST)
    return { refused: { limit: `Ask for 1 to ${MOST} rows.` } }
  const cursor = text('cursor') ?? ''
  if (!/^[\w.]{0,80}$/.test(cursor)) return { refused: { cursor: 'Send `next` of the page before.' } }
  const [round, label] = [text('round'), text('label')]
  const by = { ...(round !== undefined && { round }), ...(label !== undefined && { label }) }
  return { format, limit: Number(limit), cursor, by }
}

async function answerPage<Row>(request: Request, list: PagedList<Row>, asked: Asked): Promise<Response> {
  const found = await readPage(list, { after: asked.cursor, limit: asked.limit + 1, by: asked.by })
  const shown = found.slice(0, asked.limit)
  const next = found.length > shown.length ? shown.at(-1)!.cursor : null
  const latest = (await readStamp(list))?.latest
  const body = { [list.name]: shown.map(({ row }) => row), next }
  return writeJson(request, body, {
    ...(latest && { 'last-modified': latest.toUTCString() }),
    ...(next && { link: `<${nextAddress(request.url, next)}>; rel="next"` }),
  })
}

function nextAddress(address: string, cursor: string): string {
  const url = new URL(address)
  url.searchParams.set('cursor', cursor)
  return `${url.pathname}${url.search}`
}

async function streamCsv<Row>(request: Request, list: PagedList<Row>, by: Narrowing): Promise<Response> {
  const stamp = await readStamp(list)
  const etag = stamp && `W/"${sha256Hex(JSON.stringify([list.name, by, stamp])).slice(0, 32)}"`
  if (etag && isUnchanged(request, etag)) return notModified(etag)
  return new Response(csvOf(list, by), {
    headers: {
      ...headersOf(CSV_TYPE),
      'content-disposition': `attachment; filename="${list.name}.csv"`,
      ...(etag && { etag }),
      ...(stamp?.latest && { 'last-modified': stamp.latest.toUTCString() }),
    },
  })
}

/** One page at a time, and the next only when the client has room for it. */
function csvOf<Row>(list: PagedList<Row>, by: Narrowing): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let after = ''
  const lines = (rows: readonly (readonly Cell[])[]) =>
    encoder.encode(writeCsv(rows.map((row) => row.map(inCell))))
  return new ReadableStream(
    {
      start: (stream) => stream.enqueue(lines([list.columns])),
      async pull(stream) {
        const found = await readPage(list, { after, limit: AT_ONCE, by })
        if (found.length > 0) stream.enqueue(lines(found.map(({ row }) => list.cells(row))))
        if (found.length < AT_ONCE) return stream.close()
        after = found.at(-1)!.cursor
      },
    },
    { highWaterMark: 1 },
  )
}
