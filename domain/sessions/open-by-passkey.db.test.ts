import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo, makeAccount, makeSession } from '@/db/factories/accounts'
import { makeAuthenticator } from '@/db/factories/authenticator'
import { makePasskey } from '@/db/factories/passkeys'
import { passkeys, users } from '@/db/schema/people'
import { optionsToConfirm, optionsToSignIn } from '@/domain/passkeys/queries'
import { anyone, personByToken } from '@/lib/access/actor'
import { newToken } from '@/lib/secrets'
import { openByPasskey } from './open-by-passkey'

afterAll(closeDatabase)

const browser = { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', device: newToken() }
const signIn = (answer: string) => openByPasskey(anyone, { answer, browser })
const asked = () => optionsToSignIn()

async function withKey() {
  const { person } = await makeAccount()
  const session = await makeSession(person)
  return { person: session.person, ...(await makePasskey(session.person)) }
}

describe('signing in with a passkey', () => {
  test('opens a session with both factors, without naming anyone beforehand (R16.4)', async () => {
    const { person, authenticator, passkeyId } = await withKey()
    const options = await asked()
    expect(options.allowCredentials).toBeUndefined()
    const answer = await signIn(authenticator.sign(options))
    if (!answer.ok) throw new Error(answer.error.code)
    expect(await personByToken(database(), answer.value.token)).toMatchObject({
      ...{ userId: person.userId, assurance: 2, freshFactor: true },
    })
    const [used] = await database().select().from(passkeys).where(eq(passkeys.id, passkeyId))
    expect(used).toMatchObject({ counter: 1, lastUsedAt: expect.any(Date) })
    expect((await lettersTo(person.email))[0]).toMatchObject({ template: 'new-device' })
  })

  test('takes an answer once, also twice at the same time', async () => {
    const { authenticator } = await withKey()
    const answer = authenticator.sign(await asked(), { counter: 5 })
    const both = await Promise.all([signIn(answer), signIn(answer)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await signIn(answer)).toMatchObject({ ok: false })
  })

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another domain', { rpId: 'evil.example' }],
    ['a frame in another site', { crossOrigin: true }],
    ['nobody verified', { verified: false }],
    ['nobody by name', { userHandle: null }],
    ['another person', { userHandle: 'usr_somebody' }],
  ])('refuses an answer of %s', async (_what, twist) => {
    const { authenticator } = await withKey()
    expect(await signIn(authenticator.sign(await asked(), twist))).toMatchObject({
      error: { code: 'passkey.refused' },
    })
  })

  test('refuses a key nobody added, another’s signature under a known key, and a challenge for something else', async () => {
    const { person, authenticator } = await withKey()
    expect(await signIn(makeAuthenticator(person.userId).sign(await asked()))).toMatchObject({
      error: { code: 'passkey.refused' },
    })
    const options = await asked()
    const forged = JSON.parse(makeAuthenticator(person.userId).sign(options))
    const { id, rawId } = JSON.parse(authenticator.sign(options))
    expect(await signIn(JSON.stringify({ ...forged, id, rawId }))).toMatchObject({
      error: { code: 'passkey.refused' },
    })
    const confirming = (await optionsToConfirm(person, undefined))!
    expect(await signIn(authenticator.sign(confirming))).toMatchObject({ error: { code: 'passkey.expired' } })
  })

  test('refuses a counter that goes back where the key cannot leave its device (ASVS V6.7.2)', async () => {
    const { authenticator } = await withKey()
    expect(await signIn(authenticator.sign(await asked(), { counter: 9 }))).toMatchObject({ ok: true })
    for (const counter of [9, 8])
      expect(await signIn(authenticator.sign(await asked(), { counter }))).toMatchObject({
        error: { code: 'passkey.refused' },
      })
    expect(await signIn(authenticator.sign(await asked(), { counter: 10 }))).toMatchObject({ ok: true })
  })

  test('is not for a disabled account', async () => {
    const { person, authenticator } = await withKey()
    await database().update(users).set({ status: 'disabled' }).where(eq(users.id, person.userId))
    expect(await signIn(authenticator.sign(await asked()))).toMatchObject({
      error: { code: 'passkey.refused' },
    })
  })
})
