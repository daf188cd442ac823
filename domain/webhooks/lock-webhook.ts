import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { webhooks } from '@/db/schema/notifications'
import type { Actor } from '@/lib/access/actor'
import { actsForHolder } from './rules'

export type Webhook = typeof webhooks.$inferSelect

/** One webhook, locked, if the actor acts for whom it is. */
export async function lockWebhook(tx: Tx, webhookId: string, actor: Actor): Promise<Webhook | undefined> {
  const [row] = await tx
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.id, webhookId), isNull(webhooks.removedAt)))
    .for('update')
  return row && actsForHolder(actor, row) ? row : undefined
}
