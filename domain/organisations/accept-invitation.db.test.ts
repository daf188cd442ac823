import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { mailedToken } from '@/db/factories/accounts'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { invitations } from '@/db/schema/people'
import { anyone, personById } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { acceptInvitation } from './accept-invitation'
import { inviteMember } from './invite-member'

afterAll(closeDatabase)

async function invited(role = 'bidder') {
  const { organisation, person } = await makeApplicant()
  const guest = await makePerson()
  await inviteMember(person, { organisationId: organisation.id, email: guest.email, role })
  return { organisation, owner: person, guest, token: await mailedToken(guest.email) }
}

describe('accepting an invitation', () => {
  test('makes a member once, also in parallel', async () => {
    const { organisation, guest, token } = await invited()
    const answers = await Promise.all(Array.from({ length: 5 }, () => acceptInvitation(guest, { token })))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect((await personById(database(), guest.userId, 1))?.memberships).toEqual([
      { organisationId: organisation.id, role: 'bidder' },
    ])
  })

  test('is for the address it went to', async () => {
    const { token } = await invited()
    expect(await acceptInvitation(await makePerson(), { token })).toMatchObject({
      error: { code: 'invitation.invalid' },
    })
    expect(await acceptInvitation(anyone, { token })).toMatchObject({ error: { status: 401 } })
  })

  test('comes too late after seven days', async () => {
    const { guest, token } = await invited()
    await database()
      .update(invitations)
      .set({ expiresAt: new Date(processNow().getTime() - 1) })
      .where(eq(invitations.email, guest.email))
    expect(await acceptInvitation(guest, { token })).toMatchObject({ error: { code: 'invitation.invalid' } })
  })

  test('refuses a role held already', async () => {
    const { owner, organisation, guest, token } = await invited('editor')
    await acceptInvitation(guest, { token })
    expect(
      await inviteMember(owner, { organisationId: organisation.id, email: guest.email, role: 'editor' }),
    ).toMatchObject({ error: { code: 'organisation.member-exists' } })
  })
})
