import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeWebhook } from '@/db/factories/webhooks'
import { webhooks } from '@/db/schema/notifications'
import { secretsOf } from './keep-secret'
import { removeWebhook } from './remove-webhook'
import { rotateSecret } from './rotate-secret'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

describe('a new secret', () => {
  test('does it: both sign for a day, then the new one alone', async () => {
    const { id, secret, person } = await makeWebhook()
    const answer = await rotateSecret(person, { webhookId: id })
    if (!answer.ok) throw new Error(answer.error.message)
    const [row] = await database().select().from(webhooks).where(eq(webhooks.id, id))
    const until = row!.previousUntil!
    expect(secretsOf(row!, new Date(until.getTime() - 1))).toEqual([answer.value.secret, secret])
    expect(secretsOf(row!, until)).toEqual([answer.value.secret])
    expect(until.getTime() - row!.createdAt.getTime()).toBeGreaterThan(23 * 3_600_000)
  })

  test('refuses the role: an editor, and an owner without the second factor', async () => {
    const { id, person } = await makeWebhook()
    const { organisationId } = person.memberships[0]!
    const editor = await makePerson({ member: { organisationId, roles: ['editor'] } })
    const weak = await makePerson({ member: { organisationId, roles: ['owner'] }, assurance: 1 })
    expect(await rotateSecret(editor, { webhookId: id })).toMatchObject(refusal('access.denied'))
    expect(await rotateSecret(weak, { webhookId: id })).toMatchObject(refusal('access.second-factor-needed'))
  })

  test('refuses the stranger', async () => {
    const { id } = await makeWebhook()
    for (const person of [(await makeApplicant()).person, await makePerson({ roles: ['administrator'] })])
      expect(await rotateSecret(person, { webhookId: id })).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: it was removed', async () => {
    const { id, person } = await makeWebhook()
    await removeWebhook(person, { webhookId: id })
    expect(await rotateSecret(person, { webhookId: id })).toMatchObject(refusal('thing.not-found'))
  })
})
