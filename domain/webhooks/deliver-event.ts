import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { webhookAttempts, webhookDeliveries, webhooks } from '@/db/schema/notifications'
import { refuse } from '@/lib/errors'
import { guardedFetch } from '@/lib/guarded-fetch/guarded-fetch'
import { type Network, publicInternet } from '@/lib/guarded-fetch/network'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { secretsOf } from './keep-secret'
import { disabledLetter } from './letters'
import type { Webhook } from './lock-webhook'
import { isOn } from './missing-events'
import { isQuiet, nextTry } from './rules'
import { signBody } from './sign-body'

/** Stays below the database's for an idle transaction. */
const TIMEOUT_MS = 5_000
/** The receiver says that nothing is to come any more. */
const GONE = 410

/**
 * Tries once to deliver, signed as Standard Webhooks has it, and notes what was answered. What fails is tried again over a
 * day; when all tries are spent and nothing else arrived meanwhile, the webhook is disabled and its maker told. Another
 * worker's delivery does not exist for this one. Refuses with `webhook.not-due`.
 * @param network where it may reach; tests alone give another than the public internet
 */
export const deliverTo = (network: Network) =>
  operation('webhook.deliver', {
    input: z.strictObject({ deliveryId: z.string().max(60) }),
    async subject(tx, { deliveryId }) {
      const [row] = await tx
        .select({ delivery: webhookDeliveries, webhook: webhooks })
        .from(webhookDeliveries)
        .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
        .where(and(eq(webhookDeliveries.id, deliveryId), eq(webhookDeliveries.state, 'waiting'), isOn))
        .for('update', { of: webhookDeliveries, skipLocked: true })
      return row
    },
    check({ at, subject: { delivery } }) {
      if (delivery.nextAt > at) throw refuse('webhook.not-due')
    },
    async run({ tx, at, subject: { delivery, webhook } }) {
      const { id, body } = delivery
      const started = performance.now()
      const answer = await guardedFetch(webhook.url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...signBody(id, at, body, secretsOf(webhook, at)) },
        httpsOnly: true,
        timeoutMs: TIMEOUT_MS,
        maxBytes: 1024,
        network,
      })
      const tookMs = Math.round(performance.now() - started)
      const status = answer.ok ? answer.status : null
      const problem = answer.ok ? '' : `${answer.problem}: ${answer.detail}`.slice(0, 300)
      await tx
        .insert(webhookAttempts)
        .values({ id: newId('try', at), deliveryId: id, at, status, problem, tookMs })
      const delivered = status !== null && status >= 200 && status < 300
      const next = delivered || status === GONE ? undefined : nextTry(delivery.tries + 1, at)
      await tx
        .update(webhookDeliveries)
        .set({
          tries: delivery.tries + 1,
          state: delivered ? 'delivered' : next ? 'waiting' : 'failed',
          ...(next && { nextAt: next }),
          ...(delivered && { deliveredAt: at }),
        })
        .where(eq(webhookDeliveries.id, id))
      const now = await lockedNow(tx, webhook)
      const disabled =
        !delivered && !next && isOnNow(now) && (status === GONE || isQuiet(now.failingSince, at))
      await tx
        .update(webhooks)
        .set({
          failingSince: delivered ? null : (now.failingSince ?? at),
          ...(disabled && { disabledAt: at }),
        })
        .where(eq(webhooks.id, webhook.id))
      return {
        result: { delivered, disabled },
        audit: { object: id, facts: { status: status ?? 0, delivered, disabled } },
        ...(disabled && { letters: await disabledLetter(tx, webhook, status) }),
      }
    },
  })

/** While the receiver was asked, another event may have arrived there, or the webhook been disabled or removed. */
async function lockedNow(tx: Tx, { id }: Webhook): Promise<Webhook> {
  const [row] = await tx.select().from(webhooks).where(eq(webhooks.id, id)).for('update')
  return row!
}

const isOnNow = ({ disabledAt, removedAt }: Webhook) => disabledAt === null && removedAt === null

export const deliverEvent = deliverTo(publicInternet)
