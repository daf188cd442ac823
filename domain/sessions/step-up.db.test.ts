import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database, pool } from '@/db/client'
import { makeAccount, makeSession } from '@/db/factories/accounts'
import { sessions } from '@/db/schema/people'
import { anyone, personByToken } from '@/lib/access/actor'
import { peopleByTokens } from '@/lib/access/read-people'
import { stepUp } from './step-up'

afterAll(closeDatabase)

describe('confirming a session', () => {
  test('raises it under a new token; the old one opens nothing', async () => {
    const { person, codeAt } = await makeAccount()
    const weak = await makeSession(person, 1)
    const answer = await stepUp(weak.person, { code: codeAt(0) })
    if (!answer.ok) throw new Error(answer.error.code)
    expect(await personByToken(database(), answer.value.token)).toMatchObject({ assurance: 2 })
    expect(await personByToken(database(), weak.token)).toBeUndefined()
  })

  test('is fresh for five minutes, and again after a new code', async () => {
    const { person, codeAt } = await makeAccount()
    const { token, person: entered } = await makeSession(person)
    expect(entered.freshFactor).toBe(true)
    const [session] = await database()
      .update(sessions)
      .set({ steppedUpAt: sql`clock_timestamp() - interval '5 minutes 1 second'` })
      .where(eq(sessions.id, entered.sessionId))
      .returning()
    const stale = (await personByToken(database(), token))!
    const inGroup = (await peopleByTokens(pool(), [session!.tokenHash])).get(session!.tokenHash)
    for (const read of [stale, inGroup]) expect(read).toMatchObject({ assurance: 2, freshFactor: false })
    const answer = await stepUp(stale, { code: codeAt(0) })
    if (!answer.ok) throw new Error(answer.error.code)
    expect(await personByToken(database(), answer.value.token)).toMatchObject({ freshFactor: true })
  })

  test('takes no code twice, and no wrong one', async () => {
    const { person, codeAt } = await makeAccount()
    const weak = await makeSession(person, 1)
    expect(await stepUp(weak.person, { code: '123456' })).toMatchObject({
      error: { code: 'totp.wrong-code' },
    })
    const both = await Promise.all([1, 2].map(() => stepUp(weak.person, { code: codeAt(0) })))
    expect(both.filter((answer) => answer.ok)).toHaveLength(1)
  })

  test('is not for strangers, nor before an app is set up', async () => {
    expect(await stepUp(anyone, { code: '123456' })).toMatchObject({ error: { status: 401 } })
    const { person } = await makeAccount({ totp: false })
    const weak = await makeSession(person, 1)
    expect(await stepUp(weak.person, { code: '123456' })).toMatchObject({
      error: { code: 'totp.not-started' },
    })
  })
})
