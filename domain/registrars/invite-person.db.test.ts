import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo, mailedToken } from '@/db/factories/accounts'
import { makeRegistrar } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { registrarInvitations } from '@/db/schema/allocations'
import { invitePerson } from './invite-person'
import { readRegistrarInvitation, registrarForOfficers } from './officer-queries'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })

describe('registrar.invite', () => {
  test('sends a link of which only the hash is stored; a new one replaces it', async () => {
    const { ianaId, name } = await makeRegistrar()
    const actor = await officer()
    expect(await invitePerson(actor, { ianaId, email: 'Rae@Registrar.example' })).toMatchObject({ ok: true })
    const first = await mailedToken('rae@registrar.example')
    expect(JSON.stringify(await database().select().from(registrarInvitations))).not.toContain(first)
    expect(await readRegistrarInvitation(first)).toMatchObject({ registrar: name, ianaId })
    await invitePerson(actor, { ianaId, email: 'rae@registrar.example' })
    expect(await readRegistrarInvitation(first)).toBeUndefined()
    const shown = await registrarForOfficers(actor, { ianaId })
    expect(shown?.invited.map(({ email }) => email)).toEqual(['rae@registrar.example'])
  })

  test('refuses the role: an administrator, a registrar’s own person', async () => {
    const { ianaId } = await makeRegistrar()
    const others = [await makePerson({ roles: ['administrator'] }), await makePerson({ registrar: ianaId })]
    for (const person of others)
      expect(await invitePerson(person, { ianaId, email: 'x@registrar.example' })).toMatchObject({
        error: { code: 'access.denied' },
      })
    expect(await lettersTo('x@registrar.example')).toHaveLength(0)
  })

  test('refuses the stranger: an id that nobody has', async () => {
    expect(await invitePerson(await officer(), { ianaId: 7, email: 'x@registrar.example' })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment: not accredited, a reserved id, somebody who acts for it already', async () => {
    const actor = await officer()
    const [lost, reserved] = [
      await makeRegistrar({ status: 'Terminated' }),
      await makeRegistrar({ ianaId: 9997 }),
    ]
    for (const { ianaId } of [lost, reserved])
      expect(await invitePerson(actor, { ianaId, email: 'x@registrar.example' })).toMatchObject({
        error: { code: 'registrar.not-accredited' },
      })
    const { ianaId } = await makeRegistrar()
    const { email } = await makePerson({ registrar: ianaId })
    expect(await invitePerson(actor, { ianaId, email })).toMatchObject({
      error: { code: 'registrar.person-exists' },
    })
  })
})
