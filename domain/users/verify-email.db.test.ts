import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAccount, PASSWORD } from '@/db/factories/accounts'
import { users, userTokens } from '@/db/schema/people'
import { completeSignIn } from '@/domain/sessions/complete-sign-in'
import { anyone } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newToken } from '@/lib/secrets'
import { issueToken } from './issue-token'
import { verifyEmail } from './verify-email'

afterAll(closeDatabase)

async function unconfirmed() {
  const { person } = await makeAccount({ verified: false, totp: false })
  const token = await database().transaction((tx) =>
    issueToken(tx, person.userId, 'verify-email', processNow()),
  )
  return { person, token }
}

describe('confirming an address', () => {
  test('opens the account and signs its person in', async () => {
    const { person, token } = await unconfirmed()
    const answer = await verifyEmail(anyone, { token, password: PASSWORD })
    if (!answer.ok) throw new Error(answer.error.code)
    const [user] = await database().select().from(users).where(eq(users.id, person.userId))
    expect(user!.emailVerifiedAt).not.toBeNull()
    const browser = { userAgent: '', device: newToken() }
    expect(await completeSignIn(anyone, { ticket: answer.value.ticket, browser })).toMatchObject({ ok: true })
  })

  test('works once, also in parallel', async () => {
    const { token } = await unconfirmed()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => verifyEmail(anyone, { token, password: PASSWORD })),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ error: { code: 'token.invalid' } })
  })

  test('needs the password: a link alone confirms nothing, and a wrong try leaves it usable', async () => {
    const { token } = await unconfirmed()
    expect(await verifyEmail(anyone, { token, password: 'somebody else typed this' })).toMatchObject({
      error: { code: 'sign-in.failed', fields: { password: expect.any(String) } },
    })
    expect(await verifyEmail(anyone, { token, password: PASSWORD })).toMatchObject({ ok: true })
  })

  test('refuses a link that is over or of another kind', async () => {
    const { person, token } = await unconfirmed()
    await database()
      .update(userTokens)
      .set({ expiresAt: new Date(processNow().getTime() - 1) })
      .where(eq(userTokens.userId, person.userId))
    expect(await verifyEmail(anyone, { token, password: PASSWORD })).toMatchObject({
      error: { code: 'token.invalid' },
    })
    const reset = await database().transaction((tx) =>
      issueToken(tx, person.userId, 'reset-password', processNow()),
    )
    expect(await verifyEmail(anyone, { token: reset, password: PASSWORD })).toMatchObject({
      error: { code: 'token.invalid' },
    })
  })
})
