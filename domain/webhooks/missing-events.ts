import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { webhookDeliveries, webhooks } from '@/db/schema/notifications'
import type { Webhook } from './lock-webhook'
import { type PublicEvent, publicEvents } from './public-events'

/** So far back events are looked for again: one that was written earlier may have been committed later. */
const OVERLAP_MS = 15 * 60_000
/** Queued in one turn; the rest comes with the next. */
const AT_ONCE = 200
/** Webhooks dealt with in one turn. */
const WEBHOOKS_AT_ONCE = 100
/** Of one webhook in one run. */
const DELIVERIES_AT_ONCE = 5

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

/**
 * Webhooks that have events to be queued, those first that lag most. Anyone may have some, so the events are read once for
 * all of them: what `missingEvents` finds for one, this finds for all in a few queries however many there are.
 */
export async function webhooksWithNews(db: Reader): Promise<string[]> {
  const events = await eventsWanted(db)
  if (events.length === 0) return []
  const known = JSON.stringify(events.map(({ id, type, at }) => ({ id, type, at })))
  const rows = await db
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(
      and(
        isOn,
        sql`exists (select from jsonb_to_recordset(${known}::jsonb) as e(id text, type text, at timestamptz)
          where jsonb_exists(${webhooks.events}, e.type) and e.at >= ${lookedAtFrom}
            and not exists (select from webhook_deliveries d where d.webhook_id = ${webhooks.id} and d.event_id = e.id))`,
      ),
    )
    .orderBy(asc(webhooks.coveredUntil), asc(webhooks.id))
    .limit(WEBHOOKS_AT_ONCE)
  return rows.map(({ id }) => id)
}

/** Instants leave the database with milliseconds. */
const lookedAtFrom = sql`date_trunc('milliseconds',
  greatest(${webhooks.createdAt}, ${webhooks.coveredUntil} - make_interval(secs => ${OVERLAP_MS / 1000})))`

/** The events of each type since the instant from which some webhook that wants them is to look. */
async function eventsWanted(db: Reader): Promise<PublicEvent[]> {
  const since = await db.execute<{ type: string; at: string }>(sql`
    select type, min(${lookedAtFrom}) as at
    from ${webhooks} cross join jsonb_array_elements_text(${webhooks.events}) as wanted(type)
    where ${isOn} group by type`)
  const found: PublicEvent[] = []
  for (const { type, at } of since) found.push(...(await publicEvents(db, new Date(at), [type])))
  return found
}

/** Whether any delivery is due. */
export async function isAnythingDue(db: Reader, at: Date): Promise<boolean> {
  const rows = await db
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .where(isDue(at))
    .limit(1)
  return rows.length > 0
}

/**
 * Deliveries whose time has come: a few of each webhook, its longest due first, so that none keeps the others waiting.
 * Those where nothing arrives come last; otherwise chance decides who is first, and nobody is last every time.
 */
export function dueDeliveries(db: Reader, at: Date, most: number) {
  const { id, webhookId, nextAt } = webhookDeliveries
  const place = sql<number>`row_number() over (partition by ${webhookId} order by ${nextAt}, ${id})`.as(
    'place',
  )
  const due = db
    .select({ id, webhookId, failingSince: webhooks.failingSince, place })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookId))
    .where(isDue(at))
    .as('due')
  return db
    .select({ id: due.id, webhookId: due.webhookId })
    .from(due)
    .where(lte(due.place, DELIVERIES_AT_ONCE))
    .orderBy(asc(sql`${due.failingSince} is not null`), asc(due.place), sql`random()`)
    .limit(most)
}

const isDue = (at: Date) =>
  and(eq(webhookDeliveries.state, 'waiting'), lte(webhookDeliveries.nextAt, at), isOn)

export const isOn = and(isNull(webhooks.removedAt), isNull(webhooks.disabledAt))
