import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAccount, makeSession } from '@/db/factories/accounts'
import { makePasskey } from '@/db/factories/passkeys'
import { sessions } from '@/db/schema/people'
import { optionsToConfirm, optionsToSignIn } from '@/domain/passkeys/queries'
import { lockUser } from '@/domain/users/read-user'
import { anyone, personByToken } from '@/lib/access/actor'
import { confirmByPasskey } from './confirm-by-passkey'

afterAll(closeDatabase)

async function staleWithKey() {
  const { person } = await makeAccount()
  const session = await makeSession(person)
  const key = await makePasskey(session.person)
  await database()
    .update(sessions)
    .set({ steppedUpAt: sql`clock_timestamp() - interval '10 minutes'` })
    .where(eq(sessions.id, session.person.sessionId))
  const stale = (await personByToken(database(), session.token))!
  return { person: stale, token: session.token, ...key }
}

describe('confirming a session with a passkey', () => {
  test('makes it fresh under a new token; the old one opens nothing', async () => {
    const { person, token, authenticator } = await staleWithKey()
    expect(person.freshFactor).toBe(false)
    const options = (await optionsToConfirm(person, undefined))!
    expect(options.allowCredentials).toHaveLength(1)
    const unnamed = authenticator.sign(options, { userHandle: null })
    const answer = await confirmByPasskey(person, { answer: unnamed })
    if (!answer.ok) throw new Error(answer.error.code)
    expect(await personByToken(database(), answer.value.token)).toMatchObject({ freshFactor: true })
    expect(await personByToken(database(), token)).toBeUndefined()
  })

  test('takes only this person’s own key, for this session, once', async () => {
    const own = await staleWithKey()
    const other = await staleWithKey()
    const ofOther = other.authenticator.sign((await optionsToConfirm(own.person, undefined))!)
    expect(await confirmByPasskey(own.person, { answer: ofOther })).toMatchObject({
      error: { code: 'passkey.refused' },
    })
    const elsewhere = own.authenticator.sign((await optionsToConfirm(other.person, undefined))!)
    const toSignIn = own.authenticator.sign(await optionsToSignIn())
    for (const answer of [elsewhere, toSignIn])
      expect(await confirmByPasskey(own.person, { answer })).toMatchObject({
        error: { code: 'passkey.expired' },
      })
    const answer = own.authenticator.sign((await optionsToConfirm(own.person, undefined))!, { counter: 3 })
    const both = await Promise.all([1, 2].map(() => confirmByPasskey(own.person, { answer })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('waits for nobody whose key is shown in vain', async () => {
    const own = await staleWithKey()
    const other = await staleWithKey()
    const answer = other.authenticator.sign((await optionsToConfirm(own.person, undefined))!)
    await database().transaction(async (tx) => {
      await lockUser(tx, other.person.userId)
      expect(await confirmByPasskey(own.person, { answer })).toMatchObject({
        error: { code: 'passkey.refused' },
      })
    })
  })

  test('is for people who are signed in', async () => {
    expect(await confirmByPasskey(anyone, { answer: '{}' })).toMatchObject({ error: { status: 401 } })
    expect(await optionsToConfirm(anyone, undefined)).toBeUndefined()
  })
})
