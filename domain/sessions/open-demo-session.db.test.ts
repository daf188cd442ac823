import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAccount } from '@/db/factories/accounts'
import { demoPeople } from '@/db/seed/demo-people'
import { seedPeople } from '@/db/seed/people'
import { anyone, personByToken } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newToken } from '@/lib/secrets'
import { openDemoSession } from './open-demo-session'

const ask = (email: string) =>
  openDemoSession(anyone, { email, browser: { userAgent: '', device: newToken() } })

describe('outside the demo world', () => {
  test('there is no such thing', async () => {
    expect(await ask(demoPeople[0]!.email)).toMatchObject({ error: { code: 'access.denied', status: 404 } })
  })
})

describe('in the demo world', () => {
  let open: typeof openDemoSession

  beforeAll(async () => {
    await closeDatabase()
    vi.stubEnv('DEMO', 'on')
    vi.stubEnv('EMBEDDED_DATABASE', 'on')
    vi.resetModules()
    open = (await import('./open-demo-session')).openDemoSession
    await seedPeople(database(), processNow())
  })
  afterAll(closeDatabase)

  test('every demo person is signed in with a second factor', async () => {
    for (const { email, name } of demoPeople) {
      const answer = await open(anyone, { email, browser: { userAgent: '', device: newToken() } })
      if (!answer.ok) throw new Error(`${email}: ${answer.error.code}`)
      expect(await personByToken(database(), answer.value.token)).toMatchObject({ name, assurance: 2 })
    }
  })

  test('nobody else is', async () => {
    const { person } = await makeAccount()
    expect(
      await open(anyone, { email: person.email, browser: { userAgent: '', device: newToken() } }),
    ).toMatchObject({ error: { status: 404 } })
  })
})
