import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { users } from '@/db/schema/people'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import type { Webhook } from './lock-webhook'

/** Tells whoever made the webhook that nothing is sent there any more, and how to go on. */
export async function disabledLetter(tx: Tx, webhook: Webhook, status: number | null): Promise<Letter[]> {
  const [maker] = await tx.select().from(users).where(eq(users.id, webhook.createdBy))
  if (maker?.status !== 'active') return []
  const { hostname } = new URL(webhook.url)
  const why =
    status === null
      ? 'It could not be reached for a day'
      : status === 410
        ? 'It answered 410: nothing is to come any more'
        : `It took nothing for a day, and answered ${status} last`
  return [
    {
      to: maker.email,
      subject: `Your webhook at ${hostname} was disabled`,
      template: 'webhook-disabled',
      text: `Dear ${maker.name},

events are no longer sent to your webhook at ${hostname}. ${why}.

Once it works again, enable it and send again what it missed; the log says what that is:
${env.PORTAL_URL}/account/webhooks/${webhook.id}`,
    },
  ]
}
