import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAccount, makeSession } from '@/db/factories/accounts'
import { anyone, personByToken } from '@/lib/access/actor'
import { revokeSession } from './revoke-session'

afterAll(closeDatabase)

describe('ending a session', () => {
  test('stops it at the next request, and not the others', async () => {
    const { person } = await makeAccount()
    const [one, two] = [await makeSession(person), await makeSession(person)]
    expect(await revokeSession(one.person, { sessionId: two.person.sessionId })).toMatchObject({ ok: true })
    expect(await personByToken(database(), two.token)).toBeUndefined()
    expect(await personByToken(database(), one.token)).toBeDefined()
  })

  test('is for people who are signed in', async () => {
    expect(await revokeSession(anyone, { sessionId: 'ses_1' })).toMatchObject({ error: { status: 401 } })
  })

  test("finds nobody else's session, and answers as for none", async () => {
    const [mine, theirs] = [
      await makeSession((await makeAccount()).person),
      await makeSession((await makeAccount()).person),
    ]
    const foreign = await revokeSession(mine.person, { sessionId: theirs.person.sessionId })
    expect(foreign).toEqual(await revokeSession(mine.person, { sessionId: 'ses_unknown' }))
    expect(foreign).toMatchObject({ error: { status: 404 } })
    expect(await personByToken(database(), theirs.token)).toBeDefined()
  })

  test('happens once', async () => {
    const { token, person } = await makeSession((await makeAccount()).person)
    await revokeSession(person, { sessionId: person.sessionId })
    expect(await revokeSession(person, { sessionId: person.sessionId })).toMatchObject({ ok: false })
    expect(await personByToken(database(), token)).toBeUndefined()
  })
})
