import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { webhooks } from '@/db/schema/notifications'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { lockWebhook } from './lock-webhook'

/**
 * Sends to a webhook again that was disabled because nothing arrived there. What waited is tried; events of the time in
 * between are not sent. Refuses with `webhook.enabled`.
 */
export const enableWebhook = operation('webhook.enable', {
  input: z.strictObject({ webhookId: z.string().max(60) }),
  subject: (tx, { webhookId }, actor) => lockWebhook(tx, webhookId, actor),
  check({ subject: webhook }) {
    if (webhook.disabledAt === null) throw refuse('webhook.enabled')
  },
  async run({ tx, at, subject: webhook }) {
    await tx
      .update(webhooks)
      .set({ disabledAt: null, failingSince: null, coveredUntil: at })
      .where(eq(webhooks.id, webhook.id))
    return { result: {}, audit: { object: webhook.id } }
  },
})
