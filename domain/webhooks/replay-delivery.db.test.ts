import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeDelivery, makeWebhook } from '@/db/factories/webhooks'
import { webhookDeliveries } from '@/db/schema/notifications'
import { replayDelivery } from './replay-delivery'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

describe('sending an event again', () => {
  test('does it under the same id and with the same body, with all its tries before it', async () => {
    const { id, person } = await makeWebhook()
    const { id: deliveryId, body } = await makeDelivery(id, { state: 'failed' })
    const update = { tries: 8, nextAt: new Date(0) }
    await database().update(webhookDeliveries).set(update).where(eq(webhookDeliveries.id, deliveryId))
    expect(await replayDelivery(person, { deliveryId })).toMatchObject({ ok: true })
    const [row] = await database()
      .select()
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.id, deliveryId))
    expect(row).toMatchObject({ state: 'waiting', tries: 0, body })
    expect(row!.nextAt > new Date(0)).toBe(true)
  })

  test('refuses the role: an editor', async () => {
    const { id, person } = await makeWebhook()
    const { id: deliveryId } = await makeDelivery(id, { state: 'failed' })
    const { organisationId } = person.memberships[0]!
    const editor = await makePerson({ member: { organisationId, roles: ['editor'] } })
    expect(await replayDelivery(editor, { deliveryId })).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger', async () => {
    const { id } = await makeWebhook()
    const { id: deliveryId } = await makeDelivery(id, { state: 'failed' })
    const { person } = await makeApplicant()
    expect(await replayDelivery(person, { deliveryId })).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: it waits anyway, or the webhook is disabled', async () => {
    const { id, person } = await makeWebhook()
    const waiting = await makeDelivery(id)
    expect(await replayDelivery(person, { deliveryId: waiting.id })).toMatchObject(refusal('webhook.waiting'))
    const off = await makeWebhook({ person, disabled: true })
    const failed = await makeDelivery(off.id, { state: 'failed' })
    expect(await replayDelivery(person, { deliveryId: failed.id })).toMatchObject(refusal('webhook.disabled'))
  })
})
