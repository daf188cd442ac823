import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { makeAccount, makeSession } from '@/db/factories/accounts'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { anyone } from '@/lib/access/actor'
import { listPeople, ownSecondFactor, readPerson } from './queries'

afterAll(closeDatabase)

const all = { search: '', role: '', page: 1 }

describe('the list of people', () => {
  test('shows roles and organisations, and is searched by name, address and role', async () => {
    const administrator = await makePerson({ roles: ['administrator'], name: 'Amina Zebra' })
    const { person, organisation } = await makeApplicant()
    await makePerson({ roles: ['reviewer', 'panel-chair'], name: 'Chen 100% Zebra' })
    const everyone = await listPeople(administrator, all)
    expect(everyone?.total).toBe(3)
    expect(everyone?.rows.find(({ id }) => id === person.userId)).toMatchObject({
      organisations: [organisation.legalName],
      roles: [],
    })
    expect((await listPeople(administrator, { ...all, search: 'zebra' }))?.total).toBe(2)
    expect((await listPeople(administrator, { ...all, search: '100%' }))?.rows[0]?.roles).toEqual([
      'panel-chair',
      'reviewer',
    ])
    expect((await listPeople(administrator, { ...all, role: 'administrator' }))?.total).toBe(1)
    expect((await listPeople(administrator, { ...all, search: '_' }))?.total).toBe(0)
  })

  test('is for administrators and auditors', async () => {
    expect(await listPeople(await makePerson({ roles: ['auditor'] }), all)).toBeDefined()
    for (const actor of [anyone, await makePerson(), await makePerson({ roles: ['programme-officer'] })])
      expect(await listPeople(actor, all)).toBeUndefined()
  })
})

test('a person is shown without secrets, to the same people', async () => {
  const { person } = await makeAccount()
  await makeSession(person)
  const auditor = await makePerson({ roles: ['auditor'] })
  const read = await readPerson(auditor, person.userId)
  expect(read).toMatchObject({ person: { name: person.name }, openSessions: 1 })
  expect(JSON.stringify(read)).not.toMatch(/argon2|passwordHash|totpSecret|tokenHash/)
  expect(await readPerson(person, person.userId)).toBeUndefined()
  expect(await readPerson(auditor, 'usr_unknown')).toBeUndefined()
})

test('a confirmed seed is never shown again', async () => {
  const { person } = await makeAccount()
  expect(await ownSecondFactor(person, undefined)).toMatchObject({ setUp: undefined })
})
