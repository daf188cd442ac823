import type { Actor } from '@/lib/access/actor'
import { guardedFetch } from '@/lib/guarded-fetch/guarded-fetch'
import { type Network, publicInternet } from '@/lib/guarded-fetch/network'
import { claimDelivery } from './claim-delivery'
import { noteDelivery } from './note-delivery'

/** Well within the time of a claim. */
const TIMEOUT_MS = 5_000

/**
 * Tries once to deliver: claims the delivery, asks the receiver while nothing is locked, and notes what it answered.
 * @param network where it may reach; tests alone give another than the public internet
 */
export const deliverTo = (network: Network) => async (actor: Actor, input: { deliveryId: string }) => {
  const claimed = await claimDelivery(actor, input)
  if (!claimed.ok) return claimed
  const { url, body, headers, until } = claimed.value
  const started = performance.now()
  const answer = await guardedFetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
    httpsOnly: true,
    timeoutMs: TIMEOUT_MS,
    maxBytes: 1024,
    network,
  })
  return noteDelivery(actor, {
    ...{ deliveryId: input.deliveryId, until, tookMs: Math.round(performance.now() - started) },
    status: answer.ok ? answer.status : null,
    problem: answer.ok ? '' : `${answer.problem}: ${answer.detail}`.slice(0, 300),
  })
}

export const deliverEvent = deliverTo(publicInternet)
