import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeDelivery, makeWebhook } from '@/db/factories/webhooks'
import { databaseClock } from '@/lib/database-clock'
import { enableWebhook } from './enable-webhook'
import { dueDeliveries } from './missing-events'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const due = async () =>
  (await dueDeliveries(database(), await databaseClock(database()), 1000)).map(({ id }) => id)

describe('enabling a webhook', () => {
  test('does it: what waited is due again', async () => {
    const { id, person } = await makeWebhook({ disabled: true })
    const delivery = await makeDelivery(id)
    expect(await due()).not.toContain(delivery.id)
    expect(await enableWebhook(person, { webhookId: id })).toMatchObject({ ok: true })
    expect(await due()).toContain(delivery.id)
  })

  test('refuses the role: an editor', async () => {
    const { id, person } = await makeWebhook({ disabled: true })
    const { organisationId } = person.memberships[0]!
    const editor = await makePerson({ member: { organisationId, roles: ['editor'] } })
    expect(await enableWebhook(editor, { webhookId: id })).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger', async () => {
    const { id } = await makeWebhook({ disabled: true })
    const { person } = await makeApplicant()
    expect(await enableWebhook(person, { webhookId: id })).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: it is not disabled', async () => {
    const { id, person } = await makeWebhook()
    expect(await enableWebhook(person, { webhookId: id })).toMatchObject(refusal('webhook.enabled'))
  })
})
