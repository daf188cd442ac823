import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplication, makeSubmittedApplication } from '@/db/factories/applications'
import { makeAward } from '@/db/factories/awards'
import { makePerson } from '@/db/factories/people'
import { makeAssignment } from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { awards } from '@/db/schema/awards'
import { calendarAddresses } from '@/db/schema/notifications'
import { users } from '@/db/schema/people'
import { rounds } from '@/db/schema/rounds'
import { anyone, systemActor } from '@/lib/access/actor'
import { calendarBehind, ownCalendar } from './queries'
import { renewCalendar } from './renew-calendar'

afterAll(closeDatabase)

const origin = 'https://names.example.org'
const refusal = (code: string) => ({ ok: false, error: { code } })

async function addressOf(person: Awaited<ReturnType<typeof makePerson>>): Promise<string> {
  const answer = await renewCalendar(person, {})
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value.token
}
const lines = async (token: string) =>
  ((await calendarBehind(token, origin)) ?? '').replace(/\r\n /g, '').split('\r\n')
const valueIn = (text: string[], name: string) =>
  text.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1)

describe('a calendar of one’s own', () => {
  test('has an address that nobody can guess or read back; a new one ends the one before', async () => {
    const person = await makePerson()
    expect((await ownCalendar(person, undefined))?.address).toBeUndefined()
    const first = await addressOf(person)
    expect(await lines(first)).toContain('BEGIN:VCALENDAR')
    const second = await addressOf(person)
    expect(await calendarBehind(first, origin)).toBeUndefined()
    expect(await lines(second)).toContain('BEGIN:VCALENDAR')
    const stored = JSON.stringify(await database().select().from(calendarAddresses))
    expect(stored).not.toContain(first)
    expect(stored).not.toContain(second)
  })

  test('two renewals at once leave one address', async () => {
    const person = await makePerson()
    const tokens = await Promise.all([addressOf(person), addressOf(person)])
    const open = await Promise.all(tokens.map((token) => calendarBehind(token, origin)))
    expect(open.filter(Boolean)).toHaveLength(1)
  })

  test('opens no more than its person could: without a second factor nothing that needs one (R16.4)', async () => {
    const round = await makeRound({ state: 'review' })
    const plan = await makeSubmittedApplication({ lotId: round.lots[0]!.id })
    const { reviewer } = await makeAssignment(plan, { conflict: 'none' })
    await database().update(users).set({ totpConfirmedAt: null }).where(eq(users.id, reviewer.userId))
    const token = await addressOf({ ...reviewer, assurance: 1 })
    expect(await lines(token)).not.toContain('SUMMARY:Reviews due: 1 plan')
    await database()
      .update(users)
      .set({ totpConfirmedAt: new Date(0) })
      .where(eq(users.id, reviewer.userId))
    expect(await lines(token)).toContain('SUMMARY:Reviews due: 1 plan')
    expect(await renewCalendar({ ...reviewer, assurance: 1 }, {})).toMatchObject(
      refusal('access.confirm-again'),
    )
  })

  test('tells dates and public names, and no words of anybody', async () => {
    const draft = await makeApplication()
    const text = (await lines(await addressOf(draft.person))).join('\n')
    const { name, email } = draft.person
    for (const word of [name, email, draft.person.userId, draft.organisation.legalName])
      expect(text).not.toContain(word)
  })

  test('refuses the role: nobody signed in, and the system', async () => {
    expect(await renewCalendar(anyone, {})).toMatchObject(refusal('access.signed-out'))
    expect(await renewCalendar(systemActor('schedule'), {})).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: an address nobody made, and one of a disabled account', async () => {
    const person = await makePerson()
    const token = await addressOf(person)
    expect(await calendarBehind('x'.repeat(43), origin)).toBeUndefined()
    await database().update(users).set({ status: 'disabled' }).where(eq(users.id, person.userId))
    expect(await calendarBehind(token, origin)).toBeUndefined()
  })

  test('refuses the moment: input that it does not know', async () => {
    expect(await renewCalendar(await makePerson(), { for: 'somebody' })).toMatchObject(
      refusal('input.invalid'),
    )
  })
})

describe('what stands in it', () => {
  test('the application to submit; when the round moves, the same entry with a higher sequence', async () => {
    const draft = await makeApplication()
    const token = await addressOf(draft.person)
    const before = await lines(token)
    expect(valueIn(before, 'UID')).toBe(`submit.${draft.id}@names.example.org`)
    expect(valueIn(before, 'SUMMARY')).toBe(`Submit the application for ${draft.label}.org`)
    await database()
      .update(rounds)
      .set({
        applicationsCloseAt: sql`${rounds.applicationsCloseAt} + interval '1 hour'`,
        version: sql`${rounds.version} + 1`,
      })
      .where(eq(rounds.id, draft.roundId))
    const after = await lines(token)
    expect(valueIn(after, 'UID')).toBe(valueIn(before, 'UID'))
    expect(valueIn(after, 'DTSTART')).not.toBe(valueIn(before, 'DTSTART'))
    expect(Number(valueIn(after, 'SEQUENCE'))).toBe(Number(valueIn(before, 'SEQUENCE')) + 1)
  })

  test('the award to accept, then to pay; an extended deadline raises the sequence', async () => {
    const award = await makeAward()
    const token = await addressOf(award.person)
    const before = await lines(token)
    expect(valueIn(before, 'SUMMARY')).toBe(`Accept ${award.label}.org`)
    await database()
      .update(awards)
      .set({ acceptBy: sql`${awards.acceptBy} + interval '1 day'` })
      .where(eq(awards.id, award.awardId))
    expect(Number(valueIn(await lines(token), 'SEQUENCE'))).toBeGreaterThan(
      Number(valueIn(before, 'SEQUENCE')),
    )
    await database().update(awards).set({ state: 'accepted' }).where(eq(awards.id, award.awardId))
    expect(valueIn(await lines(token), 'SUMMARY')).toBe(`Pay for ${award.label}.org`)
  })

  test('reviews by number, never by plan; and nothing of anybody else', async () => {
    const round = await makeRound({ state: 'review' })
    const plan = await makeSubmittedApplication({ lotId: round.lots[0]!.id })
    const { reviewer } = await makeAssignment(plan, { conflict: 'none' })
    const own = (await lines(await addressOf(reviewer))).join('\n')
    expect(own).toContain('SUMMARY:Reviews due: 1 plan')
    expect(own).not.toContain(`${plan.label}.org`)
    const stranger = await makePerson({ roles: ['reviewer'] })
    expect((await lines(await addressOf(stranger))).filter((line) => line === 'BEGIN:VEVENT')).toEqual([])
  })
})
