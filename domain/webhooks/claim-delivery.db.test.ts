import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makeDelivery, makeWebhook } from '@/db/factories/webhooks'
import { webhookDeliveries } from '@/db/schema/notifications'
import { passTo } from '@/db/testing/test-clock'
import { systemActor } from '@/lib/access/actor'
import { claimDelivery } from './claim-delivery'
import { noteDelivery } from './note-delivery'

afterAll(closeDatabase)

const system = systemActor('send-webhooks')
const refusal = (code: string) => ({ ok: false, error: { code } })

async function claimed() {
  const { id } = await makeWebhook()
  const input = { deliveryId: (await makeDelivery(id)).id }
  const answer = await claimDelivery(system, input)
  if (!answer.ok) throw new Error(answer.error.code)
  const note = { ...input, until: answer.value.until, status: 204, problem: '', tookMs: 5 }
  return { input, note, until: answer.value.until }
}
const stateOf = async (id: string) =>
  (await database().select().from(webhookDeliveries).where(eq(webhookDeliveries.id, id)))[0]!.state

describe('webhook.claim', () => {
  test('of several workers one has the delivery, and holds no lock while it asks', async () => {
    const { id } = await makeWebhook()
    const input = { deliveryId: (await makeDelivery(id)).id }
    const answers = await Promise.all([1, 2, 3].map(() => claimDelivery(system, input)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    await database().transaction(async (tx) => {
      const row = eq(webhookDeliveries.id, input.deliveryId)
      expect(
        await tx.select().from(webhookDeliveries).where(row).for('update', { noWait: true }),
      ).toHaveLength(1)
    })
  })

  test('of a worker that died another takes it a minute later; what the first says then counts for nothing', async () => {
    const { input, note, until } = await claimed()
    expect(await claimDelivery(system, input)).toMatchObject(refusal('webhook.not-due'))
    await passTo(until)
    expect(await claimDelivery(system, input)).toMatchObject({ ok: true })
    expect(await noteDelivery(system, note)).toMatchObject(refusal('thing.not-found'))
    expect(await stateOf(input.deliveryId)).toBe('waiting')
  })

  test('refuses the role, and the stranger', async () => {
    const { input } = await claimed()
    const person = await makePerson({ roles: ['administrator'] })
    expect(await claimDelivery(person, input)).toMatchObject(refusal('access.denied'))
    expect(await claimDelivery(system, { deliveryId: 'msg_none' })).toMatchObject(refusal('thing.not-found'))
  })
})
