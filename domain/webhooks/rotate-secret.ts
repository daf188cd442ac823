import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { webhooks } from '@/db/schema/notifications'
import { operation } from '@/lib/operation'
import { keepSecret } from './keep-secret'
import { lockWebhook } from './lock-webhook'
import { OVERLAP_MS } from './rules'
import { newSecret } from './sign-body'

/** A new secret, told this once. For a day the one before signs as well, so that nothing is lost in between. */
export const rotateSecret = operation('webhook.rotate-secret', {
  input: z.strictObject({ webhookId: z.string().max(60) }),
  subject: (tx, { webhookId }, actor) => lockWebhook(tx, webhookId, actor),
  async run({ tx, at, subject: webhook }) {
    const secret = newSecret()
    await tx
      .update(webhooks)
      .set({
        secret: keepSecret(secret),
        previousSecret: webhook.secret,
        previousUntil: new Date(at.getTime() + OVERLAP_MS),
      })
      .where(eq(webhooks.id, webhook.id))
    return { result: { webhookId: webhook.id, secret }, audit: { object: webhook.id } }
  },
})
