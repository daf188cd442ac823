import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { mailedToken } from '@/db/factories/accounts'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { anyone } from '@/lib/access/actor'
import { acceptInvitation } from './accept-invitation'
import { inviteMember } from './invite-member'
import { revokeInvitation } from './revoke-invitation'

afterAll(closeDatabase)

test('an invitation taken back opens nothing; only an owner takes it back, and once', async () => {
  const { organisation, person } = await makeApplicant()
  const guest = await makePerson()
  const invited = await inviteMember(person, {
    organisationId: organisation.id,
    email: guest.email,
    role: 'editor',
  })
  if (!invited.ok) throw new Error(invited.error.code)
  const token = await mailedToken(guest.email)
  for (const stranger of [(await makeApplicant()).person, guest])
    expect(await revokeInvitation(stranger, invited.value)).toMatchObject({ error: { status: 404 } })
  expect(await revokeInvitation(anyone, invited.value)).toMatchObject({ error: { status: 401 } })
  expect(await revokeInvitation(person, invited.value)).toMatchObject({ ok: true })
  expect(await revokeInvitation(person, invited.value)).toMatchObject({ error: { status: 404 } })
  expect(await acceptInvitation(guest, { token })).toMatchObject({ error: { code: 'invitation.invalid' } })
})
