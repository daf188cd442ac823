import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { webhookDeliveries, webhooks } from '@/db/schema/notifications'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { secretsOf } from './keep-secret'
import { isOn } from './missing-events'
import { CLAIM_MS } from './rules'
import { signBody } from './sign-body'

/**
 * Takes a delivery to try it: nobody else does for a minute, and if this worker dies another tries then. It answers what
 * is to be sent, signed as Standard Webhooks has it. Another worker's delivery does not exist for this one. Refuses with
 * `webhook.not-due`.
 */
export const claimDelivery = operation('webhook.claim', {
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
    const until = new Date(at.getTime() + CLAIM_MS)
    await tx.update(webhookDeliveries).set({ nextAt: until }).where(eq(webhookDeliveries.id, id))
    return {
      result: { url: webhook.url, body, headers: signBody(id, at, body, secretsOf(webhook, at)), until },
      audit: { object: id },
    }
  },
})
