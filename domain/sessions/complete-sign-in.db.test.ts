import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo, makeAccount } from '@/db/factories/accounts'
import { sessions, userTokens } from '@/db/schema/people'
import { issueToken } from '@/domain/users/issue-token'
import { replaceRecoveryCodes } from '@/domain/users/recovery-codes'
import { anyone, personById, personByToken } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { sha256Hex } from '@/lib/hash'
import { newToken } from '@/lib/secrets'
import { formatInstant } from '@/lib/time/format-instant'
import { completeSignIn } from './complete-sign-in'

afterAll(closeDatabase)

const browser = () => ({ userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0', device: newToken() })
const ticketFor = (userId: string) =>
  database().transaction((tx) => issueToken(tx, userId, 'sign-in', processNow()))

async function signIn(userId: string, code?: string, from = browser()) {
  return completeSignIn(anyone, { ticket: await ticketFor(userId), code, browser: from })
}

describe('completing a sign-in', () => {
  test('opens a session with the ticket alone where no authenticator app is set up', async () => {
    const { person } = await makeAccount({ totp: false })
    const answer = await signIn(person.userId)
    if (!answer.ok) throw new Error(answer.error.code)
    expect(await personByToken(database(), answer.value.token)).toMatchObject({
      userId: person.userId,
      assurance: 1,
    })
  })

  test('asks for the code where one is set up, and takes it without spaces mattering', async () => {
    const { person, codeAt } = await makeAccount()
    expect(await signIn(person.userId)).toMatchObject({ error: { code: 'sign-in.code-needed' } })
    const code = codeAt(0)
    const answer = await signIn(person.userId, `${code.slice(0, 3)} ${code.slice(3)}`)
    if (!answer.ok) throw new Error(answer.error.code)
    expect(await personByToken(database(), answer.value.token)).toMatchObject({ assurance: 2 })
  })

  test('takes a code once, also when it comes twenty times at the same moment', async () => {
    const { person, codeAt } = await makeAccount()
    const code = codeAt(0)
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(person.userId, code)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await signIn(person.userId, code)).toMatchObject({ error: { code: 'totp.wrong-code' } })
    expect(await signIn(person.userId, codeAt(-1))).toMatchObject({ error: { code: 'totp.wrong-code' } })
    expect(await signIn(person.userId, codeAt(1))).toMatchObject({ ok: true })
  })

  test('takes a ticket once, also in parallel, and keeps it when the code was wrong', async () => {
    const { person, codeAt } = await makeAccount()
    const ticket = await ticketFor(person.userId)
    expect(await completeSignIn(anyone, { ticket, code: '000000', browser: browser() })).toMatchObject({
      error: { code: 'totp.wrong-code', fields: { code: expect.any(String) } },
    })
    const answers = await Promise.all(
      [0, 1, -1].map((step) => completeSignIn(anyone, { ticket, code: codeAt(step), browser: browser() })),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })

  test('refuses a ticket that is over, unknown, or was made for something else', async () => {
    const { person } = await makeAccount({ totp: false })
    const over = await ticketFor(person.userId)
    await database()
      .update(userTokens)
      .set({ expiresAt: new Date(processNow().getTime() - 1000) })
      .where(eq(userTokens.tokenHash, sha256Hex(over)))
    const reset = await database().transaction((tx) =>
      issueToken(tx, person.userId, 'reset-password', processNow()),
    )
    for (const ticket of [over, 'unknown', reset])
      expect(await completeSignIn(anyone, { ticket, browser: browser() })).toMatchObject({
        error: { code: 'sign-in.expired' },
      })
  })

  test('takes a recovery code once, tells the person by mail, and holds bidding for a day', async () => {
    const { person } = await makeAccount()
    const codes = await database().transaction((tx) => replaceRecoveryCodes(tx, person.userId, processNow()))
    expect(new Set(codes).size).toBe(10)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => signIn(person.userId, codes[0]!.toUpperCase())),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    const letters = await lettersTo(person.email)
    const letter = letters.find(({ template }) => template === 'recovery-code-used')
    const { biddingHeldUntil } = (await personById(database(), person.userId, 2))!
    expect(biddingHeldUntil!.getTime()).toBeGreaterThan(processNow().getTime() + 23 * 3_600_000)
    expect(letter?.text).toContain(formatInstant(biddingHeldUntil!, 'UTC'))
    const other = await makeAccount()
    expect(await signIn(other.person.userId, codes[1])).toMatchObject({ error: { code: 'totp.wrong-code' } })
  })

  test('writes when the browser is new, and not for the first or a known one', async () => {
    const { person } = await makeAccount({ totp: false })
    const [first, second] = [browser(), browser()]
    await signIn(person.userId, undefined, first)
    await signIn(person.userId, undefined, first)
    expect(await lettersTo(person.email)).toHaveLength(0)
    await signIn(person.userId, undefined, second)
    await signIn(person.userId, undefined, second)
    const letters = await lettersTo(person.email)
    expect(letters).toHaveLength(1)
    expect(letters[0]!.text).toContain('Firefox on Windows')
  })

  test('lasts twelve hours, eight for the programme, thirty minutes unused, and not when disabled', async () => {
    const lasts = async (roles: Parameters<typeof makeAccount>[0]) => {
      const { person } = await makeAccount({ totp: false, ...roles })
      const answer = await signIn(person.userId)
      if (!answer.ok) throw new Error(answer.error.code)
      const [row] = await database().select().from(sessions).where(eq(sessions.id, answer.value.sessionId))
      return [(row!.expiresAt.getTime() - row!.createdAt.getTime()) / 3_600_000, row!.idleMinutes]
    }
    expect(await lasts({})).toEqual([12, 30])
    expect(await lasts({ roles: ['auditor'] })).toEqual([8, 30])
    expect(await lasts({ roles: ['auditor', 'programme-officer'] })).toEqual([8, 15])
    const { person } = await makeAccount({ totp: false })
    const answer = await signIn(person.userId)
    if (!answer.ok) throw new Error(answer.error.code)
    const mine = and(eq(sessions.userId, person.userId))
    await database()
      .update(sessions)
      .set({ lastSeenAt: new Date(processNow().getTime() - 31 * 60_000) })
      .where(mine)
    expect(await personByToken(database(), answer.value.token)).toBeUndefined()
  })

  test('leaves nothing in the database that opens a session', async () => {
    const { person } = await makeAccount({ totp: false })
    const answer = await signIn(person.userId)
    if (!answer.ok) throw new Error(answer.error.code)
    const rows = await database().select().from(sessions).where(eq(sessions.userId, person.userId))
    expect(JSON.stringify(rows)).not.toContain(answer.value.token)
    for (const value of Object.values(rows[0]!))
      if (typeof value === 'string') expect(await personByToken(database(), value)).toBeUndefined()
  })
})
