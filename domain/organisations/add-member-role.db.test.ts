import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { anyone, personById } from '@/lib/access/actor'
import { addMemberRole } from './add-member-role'

afterAll(closeDatabase)

describe('giving a member one more role', () => {
  test('counts at the next request, once', async () => {
    const { organisation, person } = await makeApplicant()
    const editor = await makePerson({ member: { organisationId: organisation.id, roles: ['editor'] } })
    const input = { organisationId: organisation.id, userId: editor.userId, role: 'bidder' }
    expect(await addMemberRole(person, input)).toMatchObject({ ok: true })
    const roles = (await personById(database(), editor.userId, 1))!.memberships.map(({ role }) => role)
    expect(roles.sort()).toEqual(['bidder', 'editor'])
    expect(await addMemberRole(person, input)).toMatchObject({
      error: { code: 'organisation.member-exists' },
    })
  })

  test('is the owner’s, and for members only', async () => {
    const { organisation, person } = await makeApplicant()
    const editor = await makePerson({ member: { organisationId: organisation.id, roles: ['editor'] } })
    const stranger = await makePerson()
    const input = (userId: string) => ({ organisationId: organisation.id, userId, role: 'owner' })
    expect(await addMemberRole(editor, input(editor.userId))).toMatchObject({ error: { status: 404 } })
    expect(await addMemberRole(person, input(stranger.userId))).toMatchObject({ error: { status: 404 } })
    expect(await addMemberRole((await makeApplicant()).person, input(editor.userId))).toMatchObject({
      error: { status: 404 },
    })
    expect(await addMemberRole(anyone, input(editor.userId))).toMatchObject({ error: { status: 401 } })
  })
})
