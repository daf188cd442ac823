import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { webhooks } from '@/db/schema/notifications'
import { operation } from '@/lib/operation'
import { lockWebhook } from './lock-webhook'

/** Nothing is sent there any more. Its log stays as evidence, and is not shown. */
export const removeWebhook = operation('webhook.remove', {
  input: z.strictObject({ webhookId: z.string().max(60) }),
  subject: (tx, { webhookId }, actor) => lockWebhook(tx, webhookId, actor),
  async run({ tx, at, subject: webhook }) {
    await tx.update(webhooks).set({ removedAt: at }).where(eq(webhooks.id, webhook.id))
    return { result: {}, audit: { object: webhook.id } }
  },
})
