import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo, mailedToken, makeAccount, PASSWORD } from '@/db/factories/accounts'
import { users } from '@/db/schema/people'
import { withoutTokens } from '@/domain/mail/without-tokens'
import { anyone } from '@/lib/access/actor'
import { registerUser } from './register-user'
import { verifyEmail } from './verify-email'

afterAll(closeDatabase)

const form = (email: string, more = {}) => ({
  email,
  name: 'Nia Newcomer',
  password: PASSWORD,
  timeZone: 'Africa/Nairobi',
  ...more,
})

describe('registering', () => {
  test('makes an account that is closed until its address is confirmed', async () => {
    expect(await registerUser(anyone, form('Nia@Newcomers.example'))).toEqual({ ok: true, value: {} })
    const [user] = await database().select().from(users).where(eq(users.email, 'nia@newcomers.example'))
    expect(user).toMatchObject({ name: 'Nia Newcomer', emailVerifiedAt: null, timeZone: 'Africa/Nairobi' })
    expect(await mailedToken('nia@newcomers.example')).toHaveLength(43)
  })

  test('the link leads on to where the person was going, on this site alone', async () => {
    const linkFor = async (email: string, next?: string) => {
      await registerUser(anyone, form(email, next && { next }))
      return (await lettersTo(email))[0]!.text
        .split('\n')
        .find((line) => line.includes('/register/confirm?'))!
    }
    expect(await linkFor('apply@newcomers.example', '/portal/applications/new?lot=lot_1')).toMatch(
      /&next=\/portal\/applications\/new%3Flot%3Dlot_1$/,
    )
    expect(await linkFor('away@newcomers.example', '//elsewhere.example')).not.toContain('next')
    expect(await linkFor('none@newcomers.example')).not.toContain('next')
    const invited = await linkFor('asked@newcomers.example', `/invitation/${'k'.repeat(43)}`)
    expect(withoutTokens(invited)).not.toContain('kkk')
  })

  test('answers alike for an address that has an account, changes nothing there, and writes to its owner', async () => {
    const { person } = await makeAccount()
    const before = await database().select().from(users).where(eq(users.id, person.userId))
    expect(await registerUser(anyone, form(person.email))).toEqual({ ok: true, value: {} })
    expect(await database().select().from(users).where(eq(users.id, person.userId))).toEqual(before)
    expect((await lettersTo(person.email))[0]).toMatchObject({ template: 'already-registered' })
  })

  test('again before confirming needs the newest password: nobody prepares an account for someone else', async () => {
    const email = 'target@newcomers.example'
    await registerUser(anyone, form(email))
    const first = await mailedToken(email)
    await registerUser(anyone, form(email, { password: 'forty kettles boiling on hobs' }))
    expect(await verifyEmail(anyone, { token: first, password: PASSWORD })).toMatchObject({
      error: { code: 'token.invalid' },
    })
    const second = await mailedToken(email)
    expect(await verifyEmail(anyone, { token: second, password: PASSWORD })).toMatchObject({
      error: { code: 'sign-in.failed' },
    })
    expect(
      await verifyEmail(anyone, { token: second, password: 'forty kettles boiling on hobs' }),
    ).toMatchObject({ ok: true })
  })

  test('twenty times at once makes one account', async () => {
    const email = 'crowd@newcomers.example'
    const answers = await Promise.all(Array.from({ length: 20 }, () => registerUser(anyone, form(email))))
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect(await database().select().from(users).where(eq(users.email, email))).toHaveLength(1)
  })

  test.each([
    [{ email: '"a@evil.example"@victim.example' }, 'email'],
    [{ email: 'a@b.example,c@d.example' }, 'email'],
    [{ name: ' ' }, 'name'],
    [{ name: '<script>' }, 'name'],
    [{ password: 'short' }, 'password'],
    [{ password: 'Password123456' }, 'password'],
    [{ password: 'newcomer to the town' }, 'password'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
  ])('refuses %j at its field', async (wrong, field) => {
    const answer = await registerUser(anyone, form('bad@newcomers.example', wrong))
    expect(answer).toMatchObject({
      ok: false,
      error: { status: 422, fields: { [field]: expect.any(String) } },
    })
    expect(await lettersTo('bad@newcomers.example')).toHaveLength(0)
  })
})
