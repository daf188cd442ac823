import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeDelivery, makeWebhook } from '@/db/factories/webhooks'
import { databaseClock } from '@/lib/database-clock'
import { dueDeliveries } from './missing-events'
import { ownWebhook } from './queries'
import { removeWebhook } from './remove-webhook'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

describe('removing a webhook', () => {
  test('does it: nothing more is due for it, and it is not shown', async () => {
    const { id, person } = await makeWebhook()
    const delivery = await makeDelivery(id)
    const due = async () =>
      (await dueDeliveries(database(), await databaseClock(database()), 1000)).map((each) => each.id)
    expect(await due()).toContain(delivery.id)
    expect(await removeWebhook(person, { webhookId: id })).toMatchObject({ ok: true })
    expect(await due()).not.toContain(delivery.id)
    expect(await ownWebhook(person, { webhookId: id })).toBeUndefined()
  })

  test('refuses the role: an editor', async () => {
    const { id, person } = await makeWebhook()
    const { organisationId } = person.memberships[0]!
    const editor = await makePerson({ member: { organisationId, roles: ['editor'] } })
    expect(await removeWebhook(editor, { webhookId: id })).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger', async () => {
    const { id } = await makeWebhook()
    const { person } = await makeApplicant()
    expect(await removeWebhook(person, { webhookId: id })).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: it is gone already', async () => {
    const { id, person } = await makeWebhook()
    await removeWebhook(person, { webhookId: id })
    expect(await removeWebhook(person, { webhookId: id })).toMatchObject(refusal('thing.not-found'))
  })
})
