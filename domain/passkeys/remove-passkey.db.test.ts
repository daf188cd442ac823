import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { lettersTo, makeAccount, makeSession } from '@/db/factories/accounts'
import { makePasskey } from '@/db/factories/passkeys'
import { openByPasskey } from '@/domain/sessions/open-by-passkey'
import { anyone } from '@/lib/access/actor'
import { newToken } from '@/lib/secrets'
import { optionsToSignIn, ownPasskeys } from './queries'
import { removePasskey } from './remove-passkey'

afterAll(closeDatabase)

async function withKey() {
  const { person } = await makeAccount()
  const session = await makeSession(person)
  return { person: session.person, ...(await makePasskey(session.person)) }
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
