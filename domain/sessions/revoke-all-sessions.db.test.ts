import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAccount, makeSession } from '@/db/factories/accounts'
import { anyone, personByToken } from '@/lib/access/actor'
import { revokeAllSessions } from './revoke-all-sessions'

afterAll(closeDatabase)

test('every session of the person ends but the one that asks', async () => {
  const { person } = await makeAccount()
  const [here, there, stranger] = [
    await makeSession(person),
    await makeSession(person),
    await makeSession((await makeAccount()).person),
  ]
  expect(await revokeAllSessions(here.person, {})).toMatchObject({ ok: true, value: { ended: 1 } })
  expect(await personByToken(database(), there.token)).toBeUndefined()
  expect(await personByToken(database(), here.token)).toBeDefined()
  expect(await personByToken(database(), stranger.token)).toBeDefined()
})

test('nobody who is signed out asks for it', async () => {
  expect(await revokeAllSessions(anyone, {})).toMatchObject({ error: { status: 401 } })
})
