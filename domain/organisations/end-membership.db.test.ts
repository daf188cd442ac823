import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { anyone, type Person, personById } from '@/lib/access/actor'
import { endMembership } from './end-membership'
import { ownOrganisation } from './queries'

afterAll(closeDatabase)

async function membershipOf(owner: Person, organisationId: string, userId: string, role: string) {
  const read = await ownOrganisation(owner, { organisationId })
  const member = read!.members.find((each) => each.userId === userId)
  return { organisationId, membershipId: member!.roles.find((each) => each.role === role)!.id }
}

describe('ending a membership', () => {
  test('stops that role at the next request', async () => {
    const { organisation, person } = await makeApplicant()
    const member = await makePerson({
      member: { organisationId: organisation.id, roles: ['editor', 'bidder'] },
    })
    const input = await membershipOf(person, organisation.id, member.userId, 'editor')
    expect(await endMembership(person, input)).toMatchObject({ ok: true })
    expect((await personById(database(), member.userId, 1))?.memberships).toEqual([
      { organisationId: organisation.id, role: 'bidder' },
    ])
    expect(await endMembership(person, input)).toMatchObject({ error: { status: 404 } })
  })

  test('is the owner’s, within the organisation', async () => {
    const [mine, theirs] = [await makeApplicant(), await makeApplicant()]
    const input = await membershipOf(theirs.person, theirs.organisation.id, theirs.person.userId, 'editor')
    expect(await endMembership(mine.person, input)).toMatchObject({ error: { status: 404 } })
    expect(
      await endMembership(mine.person, { ...input, organisationId: mine.organisation.id }),
    ).toMatchObject({ error: { status: 404 } })
    expect(await endMembership(anyone, input)).toMatchObject({ error: { status: 401 } })
  })

  test('keeps one owner, also when two owners end each other at the same moment', async () => {
    const { organisation, person } = await makeApplicant()
    const mine = await membershipOf(person, organisation.id, person.userId, 'owner')
    expect(await endMembership(person, mine)).toMatchObject({ error: { code: 'organisation.last-owner' } })
    const other = await makePerson({ member: { organisationId: organisation.id, roles: ['owner'] } })
    const theirs = await membershipOf(person, organisation.id, other.userId, 'owner')
    const both = await Promise.all([endMembership(person, theirs), endMembership(other, mine)])
    expect(both.filter((answer) => answer.ok)).toHaveLength(1)
  })
})
