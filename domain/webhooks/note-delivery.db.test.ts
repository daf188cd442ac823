import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makeDelivery, makeWebhook } from '@/db/factories/webhooks'
import { systemActor } from '@/lib/access/actor'
import { claimDelivery } from './claim-delivery'
import { noteDelivery } from './note-delivery'

afterAll(closeDatabase)

const system = systemActor('send-webhooks')
const refusal = (code: string) => ({ ok: false, error: { code } })

async function answered(status: number | null) {
  const { id } = await makeWebhook()
  const { id: deliveryId } = await makeDelivery(id)
  const claim = await claimDelivery(system, { deliveryId })
  if (!claim.ok) throw new Error(claim.error.code)
  const problem = status === null ? 'connection.failed: reset' : ''
  return { deliveryId, until: claim.value.until, status, problem, tookMs: 5 }
}

describe('webhook.deliver', () => {
  test('notes what was answered, once for a claim', async () => {
    const note = await answered(204)
    expect(await noteDelivery(system, note)).toMatchObject({ value: { delivered: true, disabled: false } })
    expect(await noteDelivery(system, note)).toMatchObject(refusal('thing.not-found'))
  })

  test('what failed is due again, not given up', async () => {
    const note = await answered(null)
    expect(await noteDelivery(system, note)).toMatchObject({ value: { delivered: false, disabled: false } })
    const { deliveryId } = note
    expect(await claimDelivery(system, { deliveryId })).toMatchObject(refusal('webhook.not-due'))
  })

  test('refuses the role, and the stranger: a claim that nobody made', async () => {
    const note = await answered(204)
    const person = await makePerson({ roles: ['administrator'] })
    expect(await noteDelivery(person, note)).toMatchObject(refusal('access.denied'))
    expect(await noteDelivery(system, { ...note, until: new Date(0) })).toMatchObject(
      refusal('thing.not-found'),
    )
  })
})
