import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { webhookAttempts, webhookDeliveries, webhooks } from '@/db/schema/notifications'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { disabledLetter } from './letters'
import { isQuiet, nextTry } from './rules'

/** The receiver says that nothing is to come any more. */
const GONE = 410

/**
 * Notes what a receiver answered to a delivery that was claimed. What fails is tried again over a day; when all tries are
 * spent and nothing else arrived meanwhile, the webhook is disabled and its maker told. Once another has taken the
 * delivery, or it was asked for again, the claim is over: thing.not-found.
 */
export const noteDelivery = operation('webhook.deliver', {
  input: z.strictObject({
    deliveryId: z.string().max(60),
    /** As the claim answered it. */
    until: z.date(),
    status: z.int().nullable(),
    problem: z.string().max(300),
    tookMs: z.int().nonnegative(),
  }),
  async subject(tx, { deliveryId, until }) {
    const claimed = and(
      eq(webhookDeliveries.id, deliveryId),
      eq(webhookDeliveries.state, 'waiting'),
      eq(webhookDeliveries.nextAt, until),
    )
    const [delivery] = await tx.select().from(webhookDeliveries).where(claimed).for('update')
    const ofIt = delivery && eq(webhooks.id, delivery.webhookId)
    const [webhook] = ofIt ? await tx.select().from(webhooks).where(ofIt).for('update') : []
    return delivery && webhook && { delivery, webhook }
  },
  async run({ tx, at, input: { status, problem, tookMs }, subject: { delivery, webhook } }) {
    const { id } = delivery
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
    const isOnNow = webhook.disabledAt === null && webhook.removedAt === null
    const disabled = !delivered && !next && isOnNow && (status === GONE || isQuiet(webhook.failingSince, at))
    await tx
      .update(webhooks)
      .set({
        failingSince: delivered ? null : (webhook.failingSince ?? at),
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
