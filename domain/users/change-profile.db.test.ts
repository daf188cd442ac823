import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { users } from '@/db/schema/people'
import { anyone } from '@/lib/access/actor'
import { changeProfile } from './change-profile'

afterAll(closeDatabase)

test('a person changes their own name and zone, and nobody else', async () => {
  const [person, other] = [await makePerson(), await makePerson()]
  expect(await changeProfile(person, { name: '  Nia N.  ', timeZone: 'Asia/Kathmandu' })).toMatchObject({
    ok: true,
  })
  const name = async (id: string) => (await database().select().from(users).where(eq(users.id, id)))[0]!.name
  expect(await name(person.userId)).toBe('Nia N.')
  expect(await name(other.userId)).toBe(other.name)
})

test('bad input is named', async () => {
  const person = await makePerson()
  expect(await changeProfile(person, { name: '', timeZone: '+05:30' })).toMatchObject({
    error: { fields: { name: 'Enter your name.', timeZone: expect.any(String) } },
  })
  expect(await changeProfile(person, { name: 'x', timeZone: '', email: 'a@b.example' })).toMatchObject({
    error: { code: 'input.invalid' },
  })
  expect(await changeProfile(anyone, { name: 'x', timeZone: '' })).toMatchObject({ error: { status: 401 } })
})
