import { currentActor } from '@/lib/access/current-actor'
import { isSameOrigin } from '@/lib/access/same-origin'
import { processNow } from '@/lib/clock'
import { type ErrorCode, type PublicError, refuse, toPublicError } from '@/lib/errors'
import type { Operation } from '@/lib/operation'

const MAX_BODY = 64 * 1024

type RouteContext = { params: Promise<Record<string, string>> }

type Options<R> = {
  /** Combines the JSON body and the path's parameters into the operation's input. */
  input(body: unknown, params: Record<string, string>): unknown
  status?: number
  answer?(result: R): unknown
  maxBytes?: number
}

/**
 * The one adapter between a JSON route handler and an operation: same origin, bounded body, `Idempotency-Key`,
 * and the error registry's statuses. Every answer is `no-store`.
 */
export function routeAction<R>(operation: Operation<R>, options: Options<R>) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    const receivedAt = processNow()
    if (!isSameOrigin(request.headers)) return refusal('access.wrong-origin')
    const key = request.headers.get('idempotency-key')
    if (!key || key.length < 8 || key.length > 100) return refusal('request.key-missing')
    const body = await readJson(request, options.maxBytes ?? MAX_BODY)
    if ('refused' in body) return refusal(body.refused)
    const actor = await currentActor()
    const answer = await operation(actor, options.input(body.value, await context.params), {
      idempotencyKey: key,
      receivedAt,
    })
    if (!answer.ok) return errorResponse(answer.error)
    return json(options.status ?? 200, options.answer ? options.answer(answer.value) : answer.value)
  }
}

/** Sends a browser on after a form; kept by no cache. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

/** Reads at most `limit` bytes of JSON; a longer or unreadable body is a refusal, not an exception. */
export async function readJson(
  request: Request,
  limit: number,
): Promise<{ value: unknown } | { refused: ErrorCode }> {
  const text = await readText(request, limit)
  if (text === undefined) return { refused: 'input.too-large' }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { refused: 'input.unreadable' }
  }
}

/** The body as it came, read as UTF-8; undefined when it is longer than `limit` bytes. */
export async function readText(request: Request, limit: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

export function refusal(code: ErrorCode): Response {
  return errorResponse(toPublicError(refuse(code)))
}

export function errorResponse(error: PublicError): Response {
  const retry: Record<string, string> = error.status === 503 ? { 'retry-after': '1' } : {}
  if (error.status === 429) retry['retry-after'] = String(error.details?.seconds ?? 60)
  const { status, ...shown } = error
  return json(status, { error: shown }, retry)
}

/** JSON with whole amounts as decimal strings. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Response {
  const text = JSON.stringify(value, (_key, member) =>
    typeof member === 'bigint' ? member.toString() : member,
  )
  return new Response(text, {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
}
