import { isSameOrigin } from '@/lib/access/same-origin'
import { processNow } from '@/lib/clock'
import type { GroupedOperation } from '@/lib/operation-group'
import { type Exchange, type Handler, sendError, sendJson, sendRefusal } from './answer'
import { observeDecision } from './figures'
import { readJson } from './read-json'
import { isLikelySignedIn, tokenHashOf } from './read-person'

/** How many bids of one session may be under way at once; more is a program gone wrong. */
const AT_ONCE = 64
const underWay = new Map<string, number>()

/**
 * `POST /api/v1/lots/{lotId}/bids` with `Idempotency-Key` and the fields that the lot's format takes, answered outside
 * Next: 201 with the receipt once the bid is committed, else the refusal's status with `{"error":{code,message},"receipt"}`.
 * @param place the operation that places bids, which reads the session itself
 */
export function handleBids<R>(place: GroupedOperation<R>): Handler {
  return async ({ request, response, params }) => {
    const receivedAt = processNow()
    const started = performance.now()
    if (!isSameOrigin({ get: (name) => header(request, name) }))
      return sendRefusal(response, 'access.wrong-origin')
    const tokenHash = tokenHashOf(request)
    if (!tokenHash || !(await isLikelySignedIn(tokenHash))) return sendRefusal(response, 'access.signed-out')
    const key = header(request, 'idempotency-key')
    if (key === null || !/^[\x21-\x7e]{8,100}$/.test(key)) return sendRefusal(response, 'request.key-missing')
    const body = await readJson(request)
    if ('refused' in body) return sendRefusal(response, body.refused)
    const count = underWay.get(tokenHash) ?? 0
    if (count >= AT_ONCE) return sendRefusal(response, 'request.too-many', { seconds: 1 })
    underWay.set(tokenHash, count + 1)
    const input = isObject(body.value) ? { ...body.value, lotId: params.lotId } : body.value
    const answer = await place({ kind: 'session', tokenHash }, input, { idempotencyKey: key, receivedAt })
    release(tokenHash)
    observeDecision(performance.now() - started)
    const beside = answer.receipt === undefined ? {} : { receipt: answer.receipt }
    if (!answer.ok) return sendError(response, answer.error, beside)
    const replayed: Record<string, string> = answer.replayed ? { 'idempotent-replayed': 'true' } : {}
    sendJson(response, 201, { ...answer.value, ...beside }, replayed)
  }
}

function release(tokenHash: string): void {
  const left = (underWay.get(tokenHash) ?? 1) - 1
  if (left > 0) underWay.set(tokenHash, left)
  else underWay.delete(tokenHash)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function header(request: Exchange['request'], name: string): string | null {
  const value = request.headers[name]
  return typeof value === 'string' ? value : null
}
