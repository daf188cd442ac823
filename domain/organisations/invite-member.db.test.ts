import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo, mailedToken } from '@/db/factories/accounts'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { invitations } from '@/db/schema/people'
import { inviteMember } from './invite-member'
import { readInvitation } from './queries'

afterAll(closeDatabase)

describe('inviting someone', () => {
  test('sends a link of which only the hash is stored; a new one replaces it', async () => {
    const { organisation, person } = await makeApplicant()
    const invitation = { organisationId: organisation.id, email: 'New@Colleague.example', role: 'editor' }
    expect(await inviteMember(person, invitation)).toMatchObject({ ok: true })
    const first = await mailedToken('new@colleague.example')
    expect(JSON.stringify(await database().select().from(invitations))).not.toContain(first)
    expect(await readInvitation(first)).toMatchObject({
      organisation: organisation.legalName,
      role: 'editor',
    })
    await inviteMember(person, invitation)
    expect(await readInvitation(first)).toBeUndefined()
    expect(await readInvitation(await mailedToken('new@colleague.example'))).toBeDefined()
  })

  test('is the owner’s, of their own organisation', async () => {
    const [mine, theirs] = [await makeApplicant(), await makeApplicant()]
    const editor = await makePerson({ member: { organisationId: mine.organisation.id, roles: ['editor'] } })
    const to = (organisationId: string) => ({ organisationId, email: 'x@colleague.example', role: 'owner' })
    expect(await inviteMember(editor, to(mine.organisation.id))).toMatchObject({ error: { status: 404 } })
    expect(await inviteMember(mine.person, to(theirs.organisation.id))).toMatchObject({
      error: { status: 404 },
    })
    expect(await lettersTo('x@colleague.example')).toHaveLength(0)
  })

  test('refuses someone who has the role, an address that is none, and a role that is none', async () => {
    const { organisation, person } = await makeApplicant()
    const invite = (email: string, role: string) =>
      inviteMember(person, { organisationId: organisation.id, email, role })
    expect(await invite(person.email, 'owner')).toMatchObject({
      error: { code: 'organisation.member-exists' },
    })
    expect(await invite('a@b.example,c@d.example', 'editor')).toMatchObject({
      error: { fields: { email: expect.any(String) } },
    })
    expect(await invite('a@b.example', 'administrator')).toMatchObject({
      error: { fields: { role: 'Choose what they may do.' } },
    })
  })
})
