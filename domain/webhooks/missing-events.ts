import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { webhookDeliveries, webhooks } from '@/db/schema/notifications'
import type { Webhook } from './lock-webhook'
import { type PublicEvent, publicEvents } from './public-events'

/** So far back events are looked for again: one that was written earlier may have been committed later. */
const OVERLAP_MS = 15 * 60_000
/** Queued in one turn; the rest comes with the next. */
const AT_ONCE = 200

/** The events that a webhook wants and has no delivery of, oldest first. Nothing from before it was made. */
export async function missingEvents(db: Reader, webhook: Webhook): Promise<PublicEvent[]> {
  const from = Math.max(webhook.createdAt.getTime(), webhook.coveredUntil.getTime() - OVERLAP_MS)
  const events = await publicEvents(db, new Date(from), webhook.events)
  if (events.length === 0) return []
  const known = await db
    .select({ eventId: webhookDeliveries.eventId })
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.webhookId, webhook.id),
        inArray(
          webhookDeliveries.eventId,
          events.map(({ id }) => id),
        ),
      ),
    )
  const queued = new Set(known.map(({ eventId }) => eventId))
  return events.filter(({ id }) => !queued.has(id)).slice(0, AT_ONCE)
}

/** Webhooks that have events to be queued. */
export async function webhooksWithNews(db: Reader): Promise<string[]> {
  const found: string[] = []
  for (const webhook of await db.select().from(webhooks).where(isOn).orderBy(asc(webhooks.id)))
    if ((await missingEvents(db, webhook)).length > 0) found.push(webhook.id)
  return found
}

/** Deliveries whose time has come, the longest due first. */
export function dueDeliveries(db: Reader, at: Date, most: number) {
  return db
    .select({ id: webhookDeliveries.id, webhookId: webhookDeliveries.webhookId })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .where(and(eq(webhookDeliveries.state, 'waiting'), lte(webhookDeliveries.nextAt, at), isOn))
    .orderBy(asc(webhookDeliveries.nextAt), asc(webhookDeliveries.id))
    .limit(most)
}

export const isOn = and(isNull(webhooks.removedAt), isNull(webhooks.disabledAt))
