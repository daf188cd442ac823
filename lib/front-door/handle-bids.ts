import type { Person } from '@/lib/access/actor'
import { takePlace } from '@/lib/access/at-once'
import { isSameOrigin } from '@/lib/access/same-origin'
import { processNow } from '@/lib/clock'
import { recordRefusal } from '@/lib/door/answer-attempt'
import type { GroupedOperation } from '@/lib/operation-group'
import { type Exchange, type Handler, sendError, sendJson, sendRefusal } from './answer'
import { askTogether, keepFound } from './ask-together'
import { observeDecision } from './figures'
import { spend } from './limit-requests'
import { readJson } from './read-json'
import { recentPerson, tokenHashOf } from './read-person'

/** How many bids of one person may be under way at once; more is a program gone wrong. */
const AT_ONCE = 64

/** The bidders that people act for on lots, asked as `<user id> <lot id>`. */
type FindPlaces = (wanted: readonly string[]) => Promise<ReadonlyMap<string, string>>

/**
 * `POST /api/v1/lots/{lotId}/bids` with `Idempotency-Key` and the fields that the lot's format takes, answered outside
 * Next: 201 with the receipt once the bid is committed, else the refusal's status with `{"error":{code,message},"receipt"}`.
 * Who has no bidder's place on the lot is refused here, before it takes one in the lot's queue.
 * @param place the operation that places bids, which reads the session itself
 */
export function handleBids<R>(place: GroupedOperation<R>, findPlaces: FindPlaces): Handler {
  const placeOf = keepFound(askTogether(findPlaces))

  async function answer(exchange: Exchange, person: Person, tokenHash: string, receivedAt: Date) {
    const { request, response, params } = exchange
    const started = performance.now()
    const lotId = params.lotId ?? ''
    const holder = await placeOf(`${person.userId} ${lotId}`)
    if (!holder) return refuseStranger(exchange, place, person, lotId)
    const key = header(request, 'idempotency-key')
    if (key === null || !/^[\x21-\x7e]{8,100}$/.test(key)) return sendRefusal(response, 'request.key-missing')
    const body = await readJson(request)
    if ('refused' in body) return sendRefusal(response, body.refused)
    const input = isObject(body.value) ? { ...body.value, lotId } : body.value
    const options = { idempotencyKey: key, receivedAt, holder }
    const answer = await place({ kind: 'session', tokenHash }, input, options)
    observeDecision(performance.now() - started)
    const beside = answer.receipt === undefined ? {} : { receipt: answer.receipt }
    if (!answer.ok) return sendError(response, answer.error, beside)
    const replayed: Record<string, string> = answer.replayed ? { 'idempotent-replayed': 'true' } : {}
    sendJson(response, 201, { ...answer.value, ...beside }, replayed)
  }

  return async (exchange) => {
    const receivedAt = processNow()
    const { request, response } = exchange
    if (!isSameOrigin({ get: (name) => header(request, name) }))
      return sendRefusal(response, 'access.wrong-origin')
    const tokenHash = tokenHashOf(request)
    const person = tokenHash && (await recentPerson(tokenHash))
    if (!person) return sendRefusal(response, 'access.signed-out')
    const giveBack = takePlace(`bid|${person.userId}`, AT_ONCE)
    if (!giveBack) return sendRefusal(response, 'request.too-many', { seconds: 1 })
    try {
      await answer(exchange, person, tokenHash, receivedAt)
    } finally {
      giveBack()
    }
  }
}

/** As if there were no such lot. The attempt is kept as evidence, up to what one person can mean. */
async function refuseStranger<R>(
  { response }: Exchange,
  { operationName }: GroupedOperation<R>,
  person: Person,
  lotId: string,
): Promise<void> {
  const seconds = await spend('foreign-bid', 'person', person.userId)
  if (seconds !== undefined) return sendRefusal(response, 'request.too-many', { seconds })
  await recordRefusal(operationName, person, { lotId }, 'thing.not-found')
  sendRefusal(response, 'thing.not-found')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function header(request: Exchange['request'], name: string): string | null {
  const value = request.headers[name]
  return typeof value === 'string' ? value : null
}
