import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { mailedToken } from '@/db/factories/accounts'
import { makeRegistrar } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { invitePerson } from './invite-person'
import { readRegistrarInvitation } from './officer-queries'
import { revokeRegistrarInvitation } from './revoke-invitation'

afterAll(closeDatabase)

async function invited() {
  const officer = await makePerson({ roles: ['programme-officer'] })
  const { ianaId } = await makeRegistrar()
  const email = `guest-${ianaId}@registrar.example`
  const made = await invitePerson(officer, { ianaId, email })
  if (!made.ok) throw new Error(made.error.code)
  return { officer, ianaId, invitationId: made.value.invitationId, token: await mailedToken(email) }
}

const gone = { error: { code: 'thing.not-found' } }

describe('registrar.revoke-invitation', () => {
  test('takes it back: its link opens nothing', async () => {
    const { officer, invitationId, token } = await invited()
    expect(await revokeRegistrarInvitation(officer, { invitationId })).toMatchObject({ ok: true })
    expect(await readRegistrarInvitation(token)).toBeUndefined()
  })

  test('refuses the role: the registrar’s own person', async () => {
    const { ianaId, invitationId } = await invited()
    const person = await makePerson({ registrar: ianaId })
    expect(await revokeRegistrarInvitation(person, { invitationId })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })

  test('refuses the stranger: an id that is none', async () => {
    const { officer } = await invited()
    expect(await revokeRegistrarInvitation(officer, { invitationId: 'inv_none' })).toMatchObject(gone)
  })

  test('refuses the moment: what was taken back already', async () => {
    const { officer, invitationId } = await invited()
    await revokeRegistrarInvitation(officer, { invitationId })
    expect(await revokeRegistrarInvitation(officer, { invitationId })).toMatchObject(gone)
  })
})
