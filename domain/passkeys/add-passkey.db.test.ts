import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo, makeAccount, makeSession } from '@/db/factories/accounts'
import { makeAuthenticator } from '@/db/factories/authenticator'
import { makePasskey } from '@/db/factories/passkeys'
import { endSessions } from '@/domain/sessions/end-sessions'
import { lockUser } from '@/domain/users/read-user'
import { processNow } from '@/lib/clock'
import { addPasskey } from './add-passkey'
import { optionsToAdd, optionsToConfirm, ownPasskeys } from './queries'

afterAll(closeDatabase)

async function signedIn() {
  const { person } = await makeAccount()
  return (await makeSession(person)).person
}

/** Until another transaction waits for a lock. */
const someoneWaits = () =>
  vi.waitFor(async () => {
    expect(await database().execute(sql`select 1 from pg_locks where not granted`)).not.toHaveLength(0)
  })

describe('adding a passkey', () => {
  test('keeps the key, lists it, names it to the browser, and writes to its owner', async () => {
    const person = await signedIn()
    const { passkeyId } = await makePasskey(person, '  Work laptop  ')
    expect(await ownPasskeys(person, undefined)).toMatchObject([
      { id: passkeyId, name: 'Work laptop', lastUsedAt: null, deviceBound: true },
    ])
    const { excludeCredentials, user } = (await optionsToAdd(person, undefined))!
    expect(excludeCredentials).toMatchObject([{ transports: ['internal'] }])
    expect(Buffer.from(user.id, 'base64url').toString()).toBe(person.userId)
    const [letter] = await lettersTo(person.email)
    expect(letter).toMatchObject({ template: 'second-factor-changed' })
    expect(letter?.text).toContain('A passkey was added')
    expect(letter?.text).toContain('/account/second-factor')
  })

  test('needs a fresh second factor, and a session that has one at all', async () => {
    const person = await signedIn()
    const answer = makeAuthenticator(person.userId).make((await optionsToAdd(person, undefined))!)
    const input = { name: 'Key', answer }
    expect(await addPasskey({ ...person, freshFactor: false }, input)).toMatchObject({
      error: { code: 'access.confirm-again' },
    })
    expect(await addPasskey({ ...person, assurance: 1 }, input)).toMatchObject({
      error: { code: 'access.second-factor-needed' },
    })
    expect(await addPasskey(person, input)).toMatchObject({ ok: true })
  })

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another domain', { rpId: 'evil.example' }],
    ['a frame in another site', { crossOrigin: true }],
    ['nobody verified', { verified: false }],
  ])('refuses an answer of %s', async (_what, twist) => {
    const person = await signedIn()
    const answer = makeAuthenticator(person.userId).make((await optionsToAdd(person, undefined))!, twist)
    expect(await addPasskey(person, { name: 'Key', answer })).toMatchObject({
      error: { code: 'passkey.refused', status: 422 },
    })
  })

  test.each(['android-key', 'packed', 'tpm', 'unheard-of'])(
    'leaves a statement of who built it unread: %s',
    async (format) => {
      const person = await signedIn()
      const statement: [string, Map<string, unknown>] = [format, new Map([['x5c', [new Uint8Array(9)]]])]
      const answer = makeAuthenticator(person.userId).make((await optionsToAdd(person, undefined))!, {
        statement,
      })
      expect(await addPasskey(person, { name: 'Key', answer })).toMatchObject({ ok: true })
    },
  )

  test.each([0, 1024, 3000])('refuses an id that no key has, of %i bytes', async (idBytes) => {
    const person = await signedIn()
    const answer = makeAuthenticator(person.userId, idBytes).make((await optionsToAdd(person, undefined))!)
    expect(await addPasskey(person, { name: 'Key', answer })).toMatchObject({
      error: { code: 'passkey.refused' },
    })
  })

  test('takes the longest id there is, and not under another', async () => {
    const person = await signedIn()
    const key = makeAuthenticator(person.userId, 1023)
    const made = key.make((await optionsToAdd(person, undefined))!)
    const renamed = JSON.stringify({ ...JSON.parse(made), id: 'AAAA', rawId: 'AAAA' })
    expect(await addPasskey(person, { name: 'Key', answer: renamed })).toMatchObject({
      error: { code: 'passkey.refused' },
    })
    expect(await addPasskey(person, { name: 'Key', answer: made })).toMatchObject({ ok: true })
  })

  test.each(['\u0000', '\ud800', 'USB', 'x'.repeat(21)])(
    'refuses a way of transport that is none: %j',
    async (transport) => {
      const person = await signedIn()
      const answer = JSON.parse(
        makeAuthenticator(person.userId).make((await optionsToAdd(person, undefined))!),
      )
      answer.response.transports = [transport]
      expect(await addPasskey(person, { name: 'Key', answer: JSON.stringify(answer) })).toMatchObject({
        error: { code: 'passkey.refused' },
      })
    },
  )

  test('refuses a challenge of another session or purpose, and one answered before', async () => {
    const [person, other] = [await signedIn(), await signedIn()]
    const key = makeAuthenticator(person.userId)
    const foreign = key.make((await optionsToAdd(other, undefined))!)
    const misused = key.make((await optionsToConfirm(person, undefined))!)
    for (const answer of [foreign, misused])
      expect(await addPasskey(person, { name: 'Key', answer })).toMatchObject({
        error: { code: 'passkey.expired' },
      })
    const options = (await optionsToAdd(person, undefined))!
    const twice = [key.make(options), makeAuthenticator(person.userId).make(options)]
    const answers = await Promise.all(twice.map((answer) => addPasskey(person, { name: 'Key', answer })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'passkey.expired' } })
  })

  test('refuses a key that is on an account already, even on another one', async () => {
    const [person, other] = [await signedIn(), await signedIn()]
    const { authenticator } = await makePasskey(person)
    const answer = authenticator.make((await optionsToAdd(other, undefined))!)
    expect(await addPasskey(other, { name: 'Key', answer })).toMatchObject({
      error: { code: 'passkey.exists' },
    })
  })

  test('adds none for a session that ends while it waits', async () => {
    const person = await signedIn()
    const answer = makeAuthenticator(person.userId).make((await optionsToAdd(person, undefined))!)
    const adding = await database().transaction(async (tx) => {
      await lockUser(tx, person.userId)
      const waiting = addPasskey(person, { name: 'Key', answer })
      await someoneWaits()
      await endSessions(tx, person.userId, processNow())
      return { waiting }
    })
    expect(await adding.waiting).toMatchObject({ error: { code: 'access.signed-out' } })
    expect(await ownPasskeys(person, undefined)).toEqual([])
  })

  test('stops at ten', async () => {
    const person = await signedIn()
    for (let each = 0; each < 10; each++) await makePasskey(person)
    const answer = makeAuthenticator(person.userId).make((await optionsToAdd(person, undefined))!)
    expect(await addPasskey(person, { name: 'Eleventh', answer })).toMatchObject({
      error: { code: 'passkey.too-many' },
    })
  })

  test.each([
    '',
    'null',
    '[]',
    '{}',
    '{"id":"a"}',
    'not json',
    JSON.stringify({
      id: 'AA',
      rawId: 'AA',
      type: 'public-key',
      response: { clientDataJSON: 'AA', attestationObject: 'AA' },
    }),
  ])('refuses what is no answer at all: %s', async (answer) => {
    expect(await addPasskey(await signedIn(), { name: 'Key', answer })).toMatchObject({
      error: { code: 'passkey.refused' },
    })
  })

  test('names the field of a name that is missing or too long', async () => {
    const person = await signedIn()
    for (const name of [' ', 'x'.repeat(61)])
      expect(await addPasskey(person, { name, answer: '{}' })).toMatchObject({
        error: { code: 'input.invalid', fields: { name: expect.any(String) } },
      })
  })
})
