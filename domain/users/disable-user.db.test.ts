import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAccount, makeSession } from '@/db/factories/accounts'
import { makePerson } from '@/db/factories/people'
import { calendarBehind } from '@/domain/feeds/queries'
import { renewCalendar } from '@/domain/feeds/renew-calendar'
import { personByToken } from '@/lib/access/actor'
import { disableUser } from './disable-user'
import { enableUser } from './enable-user'

afterAll(closeDatabase)

describe('disabling an account', () => {
  test('ends its sessions at the next request', async () => {
    const administrator = await makePerson({ roles: ['administrator'] })
    const session = await makeSession((await makeAccount()).person)
    expect(await disableUser(administrator, { userId: session.person.userId })).toMatchObject({ ok: true })
    expect(await personByToken(database(), session.token)).toBeUndefined()
  })

  test('ends the address of its calendar, also for the day it is enabled again', async () => {
    const administrator = await makePerson({ roles: ['administrator'] })
    const person = await makePerson()
    const made = await renewCalendar(person, {})
    const address = made.ok ? made.value.token : ''
    await disableUser(administrator, { userId: person.userId })
    await enableUser(administrator, { userId: person.userId })
    expect(await calendarBehind(address, 'https://names.example.org')).toBeUndefined()
  })

  test('is for administrators with a second factor', async () => {
    const { userId } = await makePerson()
    for (const role of ['programme-officer', 'auditor', 'finance-officer'] as const)
      expect(await disableUser(await makePerson({ roles: [role] }), { userId })).toMatchObject({
        error: { status: 404 },
      })
    expect(
      await disableUser(await makePerson({ roles: ['administrator'], assurance: 1 }), { userId }),
    ).toMatchObject({
      error: { code: 'access.second-factor-needed' },
    })
  })

  test('not of oneself, not of nobody, not twice', async () => {
    const administrator = await makePerson({ roles: ['administrator'] })
    expect(await disableUser(administrator, { userId: administrator.userId })).toMatchObject({
      error: { code: 'user.own-account' },
    })
    expect(await disableUser(administrator, { userId: 'usr_unknown' })).toMatchObject({
      error: { status: 404 },
    })
    const { userId } = await makePerson()
    await disableUser(administrator, { userId })
    expect(await disableUser(administrator, { userId })).toMatchObject({ error: { code: 'thing.changed' } })
  })
})
