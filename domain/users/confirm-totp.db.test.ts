import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { codeOf, lettersTo, makeAccount, makeSession } from '@/db/factories/accounts'
import { recoveryCodes, users } from '@/db/schema/people'
import { anyone, personByToken } from '@/lib/access/actor'
import { confirmTotp } from './confirm-totp'
import { startTotp } from './start-totp'
import { readTotpSeed } from './totp'

afterAll(closeDatabase)

async function started() {
  const account = await makeAccount({ totp: false })
  const here = await makeSession(account.person, 1)
  await startTotp(here.person, {})
  const [user] = await database().select().from(users).where(eq(users.id, account.person.userId))
  const { typed } = readTotpSeed(user!.totpSecret!, account.person.email)
  return { here, secret: typed, email: account.person.email, person: account.person }
}

describe('confirming an authenticator app', () => {
  test('raises the session under a new token, ends the others, gives ten codes once, and writes', async () => {
    const { here, secret, email, person } = await started()
    const other = await makeSession(person, 1)
    const answer = await confirmTotp(here.person, { code: codeOf(secret) })
    if (!answer.ok) throw new Error(answer.error.code)
    expect(await personByToken(database(), answer.value.token)).toMatchObject({
      assurance: 2,
      totpConfirmed: true,
    })
    expect(await personByToken(database(), here.token)).toBeUndefined()
    expect(await personByToken(database(), other.token)).toBeUndefined()
    const stored = await database()
      .select()
      .from(recoveryCodes)
      .where(eq(recoveryCodes.userId, person.userId))
    expect(stored).toHaveLength(10)
    for (const code of answer.value.recoveryCodes) expect(JSON.stringify(stored)).not.toContain(code)
    expect((await lettersTo(email))[0]).toMatchObject({ template: 'second-factor-changed' })
  })

  test('refuses a wrong code at its field, and a set-up that never began', async () => {
    const { here } = await started()
    expect(await confirmTotp(here.person, { code: '000000' })).toMatchObject({
      error: { code: 'totp.wrong-code', fields: { code: expect.any(String) } },
    })
    const { person } = await makeAccount({ totp: false })
    expect(await confirmTotp(person, { code: '000000' })).toMatchObject({
      error: { code: 'totp.not-started' },
    })
    expect(await confirmTotp(anyone, { code: '000000' })).toMatchObject({ error: { status: 401 } })
  })

  test('happens once', async () => {
    const { here, secret } = await started()
    const both = await Promise.all([1, 2].map(() => confirmTotp(here.person, { code: codeOf(secret) })))
    expect(both.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await confirmTotp(here.person, { code: codeOf(secret, 1) })).toMatchObject({
      error: { code: 'totp.exists' },
    })
  })
})
