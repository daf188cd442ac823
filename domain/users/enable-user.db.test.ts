import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo } from '@/db/factories/accounts'
import { makePerson } from '@/db/factories/people'
import { personById } from '@/lib/access/actor'
import { disableUser } from './disable-user'
import { enableUser } from './enable-user'

afterAll(closeDatabase)

test('an administrator opens a disabled account again, and its person hears of both', async () => {
  const administrator = await makePerson({ roles: ['administrator'] })
  const person = await makePerson()
  await disableUser(administrator, { userId: person.userId })
  expect(await personById(database(), person.userId, 2)).toBeUndefined()
  expect(await enableUser(administrator, { userId: person.userId })).toMatchObject({ ok: true })
  expect(await personById(database(), person.userId, 2)).toBeDefined()
  expect(await lettersTo(person.email)).toHaveLength(2)
})

test('nobody else does, and not one that is open', async () => {
  const person = await makePerson()
  expect(await enableUser(await makePerson({ roles: ['auditor'] }), { userId: person.userId })).toMatchObject(
    {
      error: { status: 404 },
    },
  )
  const administrator = await makePerson({ roles: ['administrator'] })
  expect(await enableUser(administrator, { userId: person.userId })).toMatchObject({
    error: { code: 'thing.changed' },
  })
})
