import { database } from '@/db/client'
import { deliverEvent } from '@/domain/webhooks/deliver-event'
import { dueDeliveries, isAnythingDue, webhooksWithNews } from '@/domain/webhooks/missing-events'
import { queueEvents } from '@/domain/webhooks/queue-events'
import { systemActor } from '@/lib/access/actor'
import { databaseClock } from '@/lib/database-clock'
import { enqueue } from '@/lib/jobs'

const AT_A_TIME = 100
const actor = systemActor('send-webhooks')

/**
 * Queues public events for the webhooks that want them, and has what is due sent. The sending itself is the queue's: a
 * receiver that does not answer must not hold up the schedule.
 */
export async function queueWebhooks(): Promise<void> {
  for (const webhookId of await webhooksWithNews(database())) await queueEvents(actor, { webhookId })
  if (!(await isAnythingDue(database(), await databaseClock(database())))) return
  await database().transaction((tx) =>
    enqueue(tx, [{ task: 'send-webhooks', payload: {}, key: 'send-webhooks' }]),
  )
}

/**
 * Sends what is due, for so long and not much longer; the rest comes with the next run. A webhook that failed waits for
 * that too, so that it does not keep the others waiting.
 */
export async function sendWebhooks(budgetMs = 30_000): Promise<void> {
  const started = performance.now()
  const failed = new Set<string>()
  const due = await dueDeliveries(database(), await databaseClock(database()), AT_A_TIME)
  for (const { id, webhookId } of due) {
    if (failed.has(webhookId)) continue
    const answer = await deliverEvent(actor, { deliveryId: id })
    // A refusal means that another worker has this delivery.
    if (answer.ok && !answer.value.delivered) failed.add(webhookId)
    if (performance.now() - started >= budgetMs) break
  }
}
