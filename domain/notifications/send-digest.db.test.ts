import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { digests } from '@/db/schema/notifications'
import { users } from '@/db/schema/people'
import { mailOutbox } from '@/db/schema/system'
import { passTo } from '@/db/testing/test-clock'
import { anyone, type Person, systemActor } from '@/lib/access/actor'
import { databaseClock } from '@/lib/database-clock'
import { post } from '@/lib/mail'
import { chooseDelivery } from './choose-delivery'
import { digestTime } from './digest-time'
import { dueDigests } from './due-digests'
import { markRead } from './mark-read'
import { sendDigest } from './send-digest'

afterAll(closeDatabase)

const system = systemActor('send-digests')
const zone = 'America/New_York'
const DAY = 86_400_000
const refusal = (code: string) => ({ ok: false, error: { code } })

/** Noon of a day on which no clocks change, whatever the day and the hour of the test. */
const NOON = new Date('2031-03-05T17:00:00Z')

async function reader(): Promise<Person> {
  await passTo(NOON)
  const person = await makePerson()
  await database().update(users).set({ timeZone: zone }).where(eq(users.id, person.userId))
  await chooseDelivery(person, { choices: { receipts: 'digest' } })
  return person
}
const write = (person: Person, subject: string) =>
  database().transaction((tx) =>
    post(tx, [{ to: person.email, subject, text: 'Text.', template: 'application-receipt' }]),
  )
const digestsTo = (person: Person) =>
  database()
    .select()
    .from(mailOutbox)
    .where(and(eq(mailOutbox.to, person.email), eq(mailOutbox.template, 'digest')))
const now = () => databaseClock(database())
/** The next seven o'clock of the person. */
const nextSeven = async (days = 1) => digestTime(new Date((await now()).getTime() + days * DAY), zone).from
const isDue = async (person: Person) => (await dueDigests(database(), await now())).includes(person.userId)

describe('the daily digest', () => {
  test('does it: at seven, all that is unread in one letter, once however many workers ask', async () => {
    const person = await reader()
    const input = { userId: person.userId }
    await write(person, 'First receipt')
    await write(person, 'Second receipt')
    await write(person, 'A receipt that is read')
    const read = await database()
      .select()
      .from(mailOutbox)
      .where(eq(mailOutbox.subject, 'A receipt that is read'))
    await markRead(person, { mailId: read[0]!.id })
    expect(await isDue(person)).toBe(false)
    expect(await sendDigest(system, input)).toMatchObject(refusal('digest.not-due'))
    const seven = await nextSeven()
    await passTo(new Date(seven.getTime() - 2_000))
    expect(await isDue(person)).toBe(false)
    await passTo(seven)
    expect(await isDue(person)).toBe(true)
    const answers = await Promise.all([1, 2, 3].map(() => sendDigest(system, input)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await isDue(person)).toBe(false)
    const [letter, ...more] = await digestsTo(person)
    expect(more).toEqual([])
    expect(letter!.subject).toBe('Short names in .ORG: 2 new letters')
    expect(letter!.text).toContain('- First receipt')
    expect(letter!.text).not.toContain('A receipt that is read')
    expect(letter!.delivery, 'the digest itself is mailed').toBe('at-once')
  })

  test('what comes after seven waits for the next day; days without a worker are caught up with once', async () => {
    const person = await reader()
    const input = { userId: person.userId }
    await write(person, 'Before')
    await passTo(await nextSeven())
    expect(await sendDigest(system, input)).toMatchObject({ ok: true, value: { letters: 1 } })
    await write(person, 'After')
    expect(await isDue(person)).toBe(false)
    await passTo(new Date((await nextSeven(3)).getTime() + 3 * 3_600_000))
    expect(await isDue(person)).toBe(true)
    expect(await sendDigest(system, input)).toMatchObject({ ok: true, value: { letters: 1 } })
    expect(await sendDigest(system, input)).toMatchObject(refusal('digest.not-due'))
    expect(await database().select().from(digests).where(eq(digests.userId, person.userId))).toHaveLength(2)
  })

  test('refuses the role: it is the system’s', async () => {
    const person = await makePerson({ roles: ['administrator'] })
    expect(await sendDigest(person, { userId: person.userId })).toMatchObject(refusal('access.denied'))
    expect(await sendDigest(anyone, { userId: person.userId })).toMatchObject(refusal('access.signed-out'))
  })

  test('refuses the stranger: whoever is not there, or can no longer sign in', async () => {
    const person = await reader()
    await database().update(users).set({ status: 'disabled' }).where(eq(users.id, person.userId))
    for (const userId of ['usr_none', person.userId])
      expect(await sendDigest(system, { userId })).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: nothing waits', async () => {
    const person = await reader()
    expect(await sendDigest(system, { userId: person.userId })).toMatchObject(refusal('digest.not-due'))
  })
})
