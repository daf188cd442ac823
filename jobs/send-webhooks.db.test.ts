import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeDelivery, makeWebhook } from '@/db/factories/webhooks'
import { webhookDeliveries, webhooks } from '@/db/schema/notifications'
import { processNow } from '@/lib/clock'
import { sendWebhooks } from './send-webhooks'

afterAll(closeDatabase)

/** What earlier tests left is not due. */
beforeEach(() => database().update(webhookDeliveries).set({ state: 'failed' }))

/** Nothing is ever asked of this port, so that each try fails at once. */
const url = 'https://hooks.example.org:8443/names'

const triesOf = async (webhookId: string) =>
  (
    await database().select().from(webhookDeliveries).where(eq(webhookDeliveries.webhookId, webhookId))
  ).reduce((sum, { tries }) => sum + tries, 0)

test('one that has much waiting keeps no other waiting', async () => {
  const many = await makeWebhook({ url })
  for (let each = 0; each < 120; each++) await makeDelivery(many.id)
  const one = await makeWebhook({ url })
  await makeDelivery(one.id)
  await sendWebhooks()
  expect(await triesOf(one.id)).toBe(1)
  expect(await triesOf(many.id)).toBe(1)
})

test('where nothing arrives comes last, and a run ends when its time is up', async () => {
  const failing = await Promise.all([1, 2, 3].map(() => makeWebhook({ url })))
  for (const { id } of failing) {
    await makeDelivery(id)
    await database().update(webhooks).set({ failingSince: processNow() }).where(eq(webhooks.id, id))
  }
  const well = await makeWebhook({ url })
  await makeDelivery(well.id)
  await sendWebhooks(0)
  expect(await triesOf(well.id)).toBe(1)
  for (const { id } of failing) expect(await triesOf(id)).toBe(0)
})
