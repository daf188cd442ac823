import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo, makeAccount, makeSession } from '@/db/factories/accounts'
import { makePasskey } from '@/db/factories/passkeys'
import { openByPasskey } from '@/domain/sessions/open-by-passkey'
import { anyone, personByToken } from '@/lib/access/actor'
import { newToken } from '@/lib/secrets'
import { optionsToSignIn, ownPasskeys } from './queries'
import { removePasskey } from './remove-passkey'

afterAll(closeDatabase)

async function withKey() {
  const { person } = await makeAccount()
  const session = await makeSession(person)
  return { ...session, ...(await makePasskey(session.person)) }
}

describe('removing a passkey', () => {
  test('ends it at once, and writes to its owner', async () => {
    const { person, passkeyId, authenticator } = await withKey()
    expect(await removePasskey(person, { passkeyId })).toMatchObject({ ok: true })
    expect(await ownPasskeys(person, undefined)).toEqual([])
    const answer = authenticator.sign(await optionsToSignIn())
    const browser = { userAgent: '', device: newToken() }
    expect(await openByPasskey(anyone, { answer, browser })).toMatchObject({
      error: { code: 'passkey.refused' },
    })
    expect((await lettersTo(person.email))[0]?.text).toContain('A passkey of your account was removed')
  })

  test('ends the sessions that its holder may have opened, and not the present one', async () => {
    const { person, token, passkeyId, authenticator } = await withKey()
    const answer = authenticator.sign(await optionsToSignIn())
    const thief = await openByPasskey(anyone, { answer, browser: { userAgent: '', device: newToken() } })
    if (!thief.ok) throw new Error(thief.error.code)
    expect(await removePasskey(person, { passkeyId })).toMatchObject({ ok: true })
    expect(await personByToken(database(), thief.value.token)).toBeUndefined()
    expect(await personByToken(database(), token)).toMatchObject({ sessionId: person.sessionId })
  })

  test('needs a fresh second factor: who finds a session open takes no key off', async () => {
    const { person, passkeyId } = await withKey()
    expect(await removePasskey({ ...person, freshFactor: false }, { passkeyId })).toMatchObject({
      error: { code: 'access.confirm-again' },
    })
    expect(await ownPasskeys(person, undefined)).toHaveLength(1)
  })

  test('happens once, to one’s own, with the second factor', async () => {
    const { person, passkeyId } = await withKey()
    const stranger = await withKey()
    for (const foreign of [passkeyId, 'pky_none'])
      expect(await removePasskey(stranger.person, { passkeyId: foreign })).toMatchObject({
        error: { code: 'thing.not-found', status: 404 },
      })
    expect(await removePasskey({ ...person, assurance: 1 }, { passkeyId })).toMatchObject({
      error: { code: 'access.second-factor-needed' },
    })
    expect(await removePasskey(person, { passkeyId })).toMatchObject({ ok: true })
    expect(await removePasskey(person, { passkeyId })).toMatchObject({ error: { code: 'passkey.removed' } })
  })
})
