import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAccount, PASSWORD } from '@/db/factories/accounts'
import { users, userTokens } from '@/db/schema/people'
import { anyone } from '@/lib/access/actor'
import { checkPassword } from './check-password'

afterAll(closeDatabase)

describe('the password of a sign-in', () => {
  test('earns a ticket, of which only the hash is stored, and says whether a code is needed', async () => {
    const plain = await makeAccount({ totp: false })
    const answer = await checkPassword(anyone, {
      email: ` ${plain.person.email.toUpperCase()} `,
      password: PASSWORD,
    })
    expect(answer).toMatchObject({ ok: true, value: { codeNeeded: false } })
    const stored = await database()
      .select()
      .from(userTokens)
      .where(eq(userTokens.userId, plain.person.userId))
    expect(stored).toHaveLength(1)
    expect(JSON.stringify(stored)).not.toContain(answer.ok && answer.value.ticket)
    const strong = await makeAccount()
    expect(await checkPassword(anyone, { email: strong.person.email, password: PASSWORD })).toMatchObject({
      value: { codeNeeded: true },
    })
  })

  test('is argon2id with at least 46 MiB', async () => {
    const { person } = await makeAccount()
    const [user] = await database().select().from(users).where(eq(users.id, person.userId))
    const [, memory] = /^\$argon2id\$v=19\$m=(\d+),t=1,p=1\$/.exec(user!.passwordHash!) ?? []
    expect(Number(memory)).toBeGreaterThanOrEqual(47_104)
  })

  test('is taken as it is: 64 characters of any script, spaces at the ends included', async () => {
    const password = ` ${'пароль 密码 çà 🦉 '.repeat(4)}`.slice(0, 64)
    const { person } = await makeAccount({ password, totp: false })
    expect(await checkPassword(anyone, { email: person.email, password })).toMatchObject({ ok: true })
    expect(await checkPassword(anyone, { email: person.email, password: password.trim() })).toMatchObject({
      ok: false,
    })
  })

  test('gives an unknown address, a wrong password and a disabled account one and the same answer', async () => {
    const { person } = await makeAccount()
    const disabled = await makeAccount()
    await database().update(users).set({ status: 'disabled' }).where(eq(users.id, disabled.person.userId))
    const answers = await Promise.all([
      checkPassword(anyone, { email: 'nobody@people.example', password: PASSWORD }),
      checkPassword(anyone, { email: 'not an address', password: PASSWORD }),
      checkPassword(anyone, { email: person.email, password: 'not the password at all' }),
      checkPassword(anyone, { email: disabled.person.email, password: PASSWORD }),
    ])
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]).toMatchObject({ ok: false, error: { code: 'sign-in.failed', status: 401 } })
  })

  test('works as hard for nobody as for somebody, so that its time tells nothing (ASVS V6.3.8)', async () => {
    const { person } = await makeAccount()
    const workFor = async (email: string) => {
      const before = process.cpuUsage()
      await checkPassword(anyone, { email, password: 'not the password at all' })
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    // By turns and by the median, so that what else the process does in between weighs on neither.
    const [known, unknown]: [number[], number[]] = [[], []]
    for (let tries = 0; tries < 7; tries++) {
      known.push(await workFor(person.email))
      unknown.push(await workFor('nobody@people.example'))
    }
    const middle = (costs: number[]) => costs.sort((a, b) => a - b)[3]!
    expect(middle(unknown) / middle(known)).toBeGreaterThan(0.6)
    expect(middle(unknown) / middle(known)).toBeLessThan(1.6)
  })

  test('tells the one who knows it that the address is not confirmed yet', async () => {
    const { person } = await makeAccount({ verified: false })
    expect(await checkPassword(anyone, { email: person.email, password: PASSWORD })).toMatchObject({
      error: { code: 'sign-in.unverified' },
    })
  })

  test('refuses what is no form of ours', async () => {
    expect(await checkPassword(anyone, { email: '', password: '' })).toMatchObject({
      error: {
        code: 'input.invalid',
        fields: { email: 'Enter your e-mail address.', password: 'Enter your password.' },
      },
    })
    expect(await checkPassword(anyone, { email: 'a@b.example', password: 'x', admin: true })).toMatchObject({
      error: { code: 'input.invalid' },
    })
  })
})
