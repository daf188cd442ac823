import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeDelivery, makeWebhook } from '@/db/factories/webhooks'
import { webhookDeliveries } from '@/db/schema/notifications'
import { replayInMeasure } from './replay'

afterAll(closeDatabase)

test('an owner sends events again thirty times an hour and no more; another owner still can', async () => {
  const delivered = async () => {
    const { id, person } = await makeWebhook()
    const { id: deliveryId } = await makeDelivery(id, { state: 'delivered' })
    return { person, deliveryId }
  }
  const [busy, other] = [await delivered(), await delivered()]
  for (let times = 0; times < 30; times++) {
    expect(await replayInMeasure(busy.person, { deliveryId: busy.deliveryId })).toMatchObject({ ok: true })
    await database()
      .update(webhookDeliveries)
      .set({ state: 'delivered' })
      .where(eq(webhookDeliveries.id, busy.deliveryId))
  }
  expect(await replayInMeasure(busy.person, { deliveryId: busy.deliveryId })).toMatchObject({
    error: { code: 'request.too-many', status: 429 },
  })
  expect(await replayInMeasure(other.person, { deliveryId: other.deliveryId })).toMatchObject({ ok: true })
})
