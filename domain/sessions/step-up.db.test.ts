import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAccount, makeSession } from '@/db/factories/accounts'
import { anyone, personByToken } from '@/lib/access/actor'
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
