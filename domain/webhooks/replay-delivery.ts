import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { webhookDeliveries } from '@/db/schema/notifications'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { lockWebhook } from './lock-webhook'

/**
 * Sends an event once more, under the same id and with the same body, so that a receiver that knows it can tell. Refuses
 * with `webhook.waiting` what is about to be sent anyway, and `webhook.disabled`.
 */
export const replayDelivery = operation('webhook.replay', {
  input: z.strictObject({ deliveryId: z.string().max(60) }),
  async subject(tx, { deliveryId }, actor) {
    const [delivery] = await tx
      .select()
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.id, deliveryId))
      .for('update')
    const webhook = delivery && (await lockWebhook(tx, delivery.webhookId, actor))
    return webhook && { delivery, webhook }
  },
  check({ subject: { delivery, webhook } }) {
    if (webhook.disabledAt !== null) throw refuse('webhook.disabled')
    if (delivery.state === 'waiting') throw refuse('webhook.waiting')
  },
  async run({ tx, at, subject: { delivery } }) {
    await tx
      .update(webhookDeliveries)
      .set({ state: 'waiting', tries: 0, nextAt: at })
      .where(eq(webhookDeliveries.id, delivery.id))
    return {
      result: { webhookId: delivery.webhookId },
      audit: { object: delivery.id },
      jobs: [{ task: 'send-webhooks', payload: {}, key: 'send-webhooks' }],
    }
  },
})
