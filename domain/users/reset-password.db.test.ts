import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo, mailedToken, makeAccount, makeSession, PASSWORD } from '@/db/factories/accounts'
import { calendarBehind } from '@/domain/feeds/queries'
import { renewCalendar } from '@/domain/feeds/renew-calendar'
import { checkPassword } from '@/domain/sessions/check-password'
import { anyone, personByToken } from '@/lib/access/actor'
import { requestPasswordReset } from './request-password-reset'
import { resetPassword } from './reset-password'

afterAll(closeDatabase)

const NEW = 'eleven owls on a wooden fence'

async function asked() {
  const account = await makeAccount()
  await requestPasswordReset(anyone, { email: account.person.email })
  return { ...account, token: await mailedToken(account.person.email) }
}

describe('a new password by a link', () => {
  test('ends every session, leaves the authenticator app in force, and says so by mail', async () => {
    const { person, token } = await asked()
    const session = await makeSession(person)
    expect(await resetPassword(anyone, { token, password: NEW })).toEqual({ ok: true, value: {} })
    expect(await personByToken(database(), session.token)).toBeUndefined()
    expect(await checkPassword(anyone, { email: person.email, password: PASSWORD })).toMatchObject({
      ok: false,
    })
    expect(await checkPassword(anyone, { email: person.email, password: NEW })).toMatchObject({
      value: { codeNeeded: true },
    })
    expect((await lettersTo(person.email))[0]).toMatchObject({ template: 'password-changed' })
  })

  test('ends the address of the calendar: it would open without password or code', async () => {
    const { person, token } = await asked()
    const made = await renewCalendar(person, {})
    const address = made.ok ? made.value.token : ''
    expect(await calendarBehind(address, 'https://names.example.org')).toBeDefined()
    await resetPassword(anyone, { token, password: NEW })
    expect(await calendarBehind(address, 'https://names.example.org')).toBeUndefined()
  })

  test('works once, also in parallel, and only the newest link does', async () => {
    const { person, token } = await asked()
    await requestPasswordReset(anyone, { email: person.email })
    const newest = await mailedToken(person.email)
    expect(await resetPassword(anyone, { token, password: NEW })).toMatchObject({
      error: { code: 'token.invalid' },
    })
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => resetPassword(anyone, { token: newest, password: NEW })),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })

  test('refuses a weak password at its field, and the link still works', async () => {
    const { person, token } = await asked()
    const [local = ''] = person.email.split('@')
    for (const password of ['short', 'Welcome123456', `${local} and more words`])
      expect(await resetPassword(anyone, { token, password })).toMatchObject({
        error: { status: 422, fields: { password: expect.any(String) } },
      })
    expect(await resetPassword(anyone, { token, password: NEW })).toMatchObject({ ok: true })
  })

  test('refuses an unknown link', async () => {
    expect(await resetPassword(anyone, { token: 'x'.repeat(43), password: NEW })).toMatchObject({
      error: { code: 'token.invalid' },
    })
  })
})
