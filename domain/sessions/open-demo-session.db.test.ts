import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAccount, makeSession } from '@/db/factories/accounts'
import { demoPeople } from '@/db/seed/demo-people'
import { seedPeople } from '@/db/seed/people'
import { changeEnvironment } from '@/db/testing/change-environment'
import { anyone, personByToken } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newToken } from '@/lib/secrets'
import { openDemoSession } from './open-demo-session'
import { stepUp } from './step-up'

afterAll(closeDatabase)

const ask = (email: string) =>
  openDemoSession(anyone, { email, browser: { userAgent: '', device: newToken() } })

describe('outside the demo world', () => {
  test('there is no such thing', async () => {
    expect(await ask(demoPeople[0]!.email)).toMatchObject({ error: { code: 'access.denied', status: 404 } })
  })
})

describe('in the demo world', () => {
  beforeAll(async () => {
    changeEnvironment({ DEMO: 'on', EMBEDDED_DATABASE: 'on' })
    await seedPeople(database(), processNow())
  })

  test('every demo person is signed in with a second factor', async () => {
    for (const { email, name } of demoPeople) {
      const answer = await openDemoSession(anyone, { email, browser: { userAgent: '', device: newToken() } })
      if (!answer.ok) throw new Error(`${email}: ${answer.error.code}`)
      expect(await personByToken(database(), answer.value.token)).toMatchObject({ name, assurance: 2 })
    }
  })

  test('a demo person confirms a session without a code, nobody else does', async () => {
    const browser = { userAgent: '', device: newToken() }
    const answer = await openDemoSession(anyone, { email: demoPeople[0]!.email, browser })
    if (!answer.ok) throw new Error(answer.error.code)
    const demo = (await personByToken(database(), answer.value.token))!
    expect(await stepUp(demo, { code: '' })).toMatchObject({ ok: true })
    const other = await makeSession((await makeAccount()).person)
    expect(await stepUp(other.person, { code: '' })).toMatchObject({ error: { code: 'totp.wrong-code' } })
  })

  test('nobody else is', async () => {
    const { person } = await makeAccount()
    expect(
      await openDemoSession(anyone, { email: person.email, browser: { userAgent: '', device: newToken() } }),
    ).toMatchObject({ error: { status: 404 } })
  })
})
