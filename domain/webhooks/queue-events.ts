import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { webhookDeliveries, webhooks } from '@/db/schema/notifications'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { isOn, missingEvents } from './missing-events'

/**
 * Makes a delivery of each public event that a webhook wants and has not, with the body as it will be sent. Asked from the
 * tables, so downtime is caught up with; the database holds one delivery per event. Refuses with `webhook.nothing-new`.
 */
export const queueEvents = operation('webhook.queue-events', {
  input: z.strictObject({ webhookId: z.string().max(60) }),
  async subject(tx, { webhookId }) {
    const [row] = await tx
      .select()
      .from(webhooks)
      .where(and(eq(webhooks.id, webhookId), isOn))
      .for('update')
    return row
  },
  async run({ tx, at, subject: webhook }) {
    const events = await missingEvents(tx, webhook)
    const last = events.at(-1)
    if (!last) throw refuse('webhook.nothing-new')
    await tx.insert(webhookDeliveries).values(
      events.map(({ id, type, at: timestamp, data }) => ({
        id: newId('msg', at),
        webhookId: webhook.id,
        eventId: id,
        type,
        body: JSON.stringify({ type, timestamp, data: { id, ...data } }),
        createdAt: at,
        nextAt: at,
      })),
    )
    await tx.update(webhooks).set({ coveredUntil: last.at }).where(eq(webhooks.id, webhook.id))
    return {
      result: { queued: events.length },
      audit: { object: webhook.id, facts: { queued: events.length } },
      jobs: [{ task: 'send-webhooks', payload: {}, key: 'send-webhooks' }],
    }
  },
})
