import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { notifications } from '@/db/schema/notifications'
import { mailOutbox } from '@/db/schema/system'
import { waitingLetters } from '@/domain/mail/queries'
import { env } from '@/env'
import { anyone, type Person, systemActor } from '@/lib/access/actor'
import { post } from '@/lib/mail'
import { newToken } from '@/lib/secrets'
import { chooseDelivery } from './choose-delivery'
import { markRead } from './mark-read'
import { inbox, unread } from './queries'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const write = (to: string, more: object = {}) =>
  database().transaction((tx) =>
    post(tx, [{ to, subject: 'Hello', text: `See ${env.PORTAL_URL}/portal`, template: 'decision', ...more }]),
  )
const lettersOf = async (person: Person) => (await inbox(person, undefined))!.letters

describe('letters in the inbox', () => {
  test('a letter is in the inbox of whoever has its address, and of nobody else', async () => {
    const [person, other] = [await makePerson(), await makePerson()]
    await write(person.email)
    await write('nobody@people.example')
    expect(await lettersOf(person)).toMatchObject([
      { subject: 'Hello', kind: 'Decisions and deadlines', read: false, path: '/portal' },
    ])
    expect(await lettersOf(other)).toEqual([])
    expect([await unread(person, undefined), await unread(other, undefined)]).toEqual([1, 0])
  })

  test('a letter that goes once is there once, with no key that it carried; one that is a way in is not', async () => {
    const person = await makePerson()
    const token = newToken()
    await write(person.email, { effect: `once-${person.userId}`, text: `${env.PORTAL_URL}/x/${token}` })
    await write(person.email, { effect: `once-${person.userId}` })
    await write(person.email, { template: 'reset-password' })
    const letters = await lettersOf(person)
    expect(letters).toHaveLength(1)
    expect(letters[0]!.text).not.toContain(token)
    expect(letters[0]!.path).toBeUndefined()
  })

  test('what a person wants once a day or here alone is not mailed; security and deadlines are', async () => {
    const person = await makePerson()
    await chooseDelivery(person, { choices: { receipts: 'inbox', registrars: 'digest' } })
    for (const template of ['application-receipt', 'sponsorship-answer', 'decision', 'password-changed'])
      await write(person.email, { template })
    const rows = await database().select().from(mailOutbox).where(eq(mailOutbox.to, person.email))
    expect(Object.fromEntries(rows.map(({ template, delivery }) => [template, delivery]))).toEqual({
      'application-receipt': 'inbox',
      'sponsorship-answer': 'digest',
      decision: 'at-once',
      'password-changed': 'at-once',
    })
    const mailed = new Set(await waitingLetters(1000))
    for (const { id, delivery } of rows) expect(mailed.has(id)).toBe(delivery === 'at-once')
    expect(await lettersOf(person)).toHaveLength(4)
  })

  test('forty at a time, each once', async () => {
    const person = await makePerson()
    for (let letter = 0; letter < 45; letter++) await write(person.email, { subject: `Letter ${letter}` })
    const first = (await inbox(person, undefined))!
    const second = (await inbox(person, first.older))!
    expect([first.letters.length, second.letters.length, second.older]).toEqual([40, 5, undefined])
    expect(new Set([...first.letters, ...second.letters].map(({ id }) => id)).size).toBe(45)
  })
})

describe('reading them', () => {
  test('does it: one and where it leads, or all; a second time changes nothing', async () => {
    const person = await makePerson()
    for (let letter = 0; letter < 3; letter++) await write(person.email)
    const [letter] = await lettersOf(person)
    const input = { mailId: letter!.id }
    expect(await markRead(person, input)).toMatchObject({ ok: true, value: { read: 1, path: '/portal' } })
    expect(await markRead(person, input)).toMatchObject({ ok: true, value: { read: 0 } })
    expect(await unread(person, undefined)).toBe(2)
    expect(await markRead(person, {})).toMatchObject({ ok: true, value: { read: 2 } })
    expect(await unread(person, undefined)).toBe(0)
    expect(await markRead(person, {}), 'with nothing to read').toMatchObject({ ok: true, value: { read: 0 } })
  })

  test('refuses the role: nobody signed in, and the system', async () => {
    expect(await markRead(anyone, {})).toMatchObject(refusal('access.signed-out'))
    expect(await markRead(systemActor('schedule'), {})).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: a letter of somebody else is not there', async () => {
    const [person, other] = [await makePerson(), await makePerson()]
    await write(person.email)
    const [letter] = await lettersOf(person)
    expect(await markRead(other, { mailId: letter!.id })).toMatchObject(refusal('thing.not-found'))
    await write(other.email)
    await markRead(other, {})
    const [row] = await database()
      .select()
      .from(notifications)
      .where(and(eq(notifications.userId, person.userId)))
    expect(row!.readAt).toBeNull()
  })

  test('refuses the moment: there is no such letter', async () => {
    expect(await markRead(await makePerson(), { mailId: 'mail_none' })).toMatchObject(
      refusal('thing.not-found'),
    )
  })
})
