import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { registrars } from '@/db/schema/applications'
import { setContact } from './set-contact'

beforeAll(() =>
  database().insert(registrars).values({ ianaId: 9001, name: 'Example (fictional)', status: 'Accredited' }),
)
afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const contactEmail = 'names@registrar.example'
const kept = async () =>
  (await database().select().from(registrars).where(eq(registrars.ianaId, 9001)))[0]?.contactEmail

describe('does it', () => {
  test('sets and clears the address', async () => {
    expect(await setContact(await officer(), { ianaId: 9001, contactEmail })).toMatchObject({ ok: true })
    expect(await kept()).toBe(contactEmail)
    await setContact(await officer(), { ianaId: 9001, contactEmail: '' })
    expect(await kept()).toBeNull()
  })
})

describe('refuses the role', () => {
  test('an administrator', async () => {
    const person = await makePerson({ roles: ['administrator'] })
    expect(await setContact(person, { ianaId: 9001, contactEmail })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in, and an id that nobody has', async () => {
    expect(await setContact({ kind: 'anyone' }, { ianaId: 9001, contactEmail })).toMatchObject({
      error: { status: 401 },
    })
    expect(await setContact(await officer(), { ianaId: 123456, contactEmail })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })
})

describe('refuses the moment', () => {
  test.each(['nobody', 'a@b', `${'x'.repeat(300)}@registrar.example`, null])('of %j', async (address) => {
    expect(await setContact(await officer(), { ianaId: 9001, contactEmail: address })).toMatchObject({
      error: { code: 'input.invalid', fields: { contactEmail: expect.any(String) } },
    })
  })
})
