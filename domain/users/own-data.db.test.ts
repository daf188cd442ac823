import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAccount } from '@/db/factories/accounts'
import { makeOpenLots } from '@/db/factories/auctions'
import { makeApplicant } from '@/db/factories/people'
import { users } from '@/db/schema/people'
import { placeBid } from '@/domain/bids/place-bid'
import { inviteMember } from '@/domain/organisations/invite-member'
import { anyone } from '@/lib/access/actor'
import { ownData } from './own-data'

afterAll(closeDatabase)

describe('one’s own data', () => {
  test('holds what was done and received, and neither secrets nor keys', async () => {
    const { person } = await makeAccount()
    const { organisation, person: owner } = await makeApplicant()
    await inviteMember(owner, { organisationId: organisation.id, email: person.email, role: 'editor' })
    const data = (await ownData(person, undefined))!
    expect(data.account).toMatchObject({ email: person.email, pseudonym: person.pseudonym })
    expect(data.invitations).toMatchObject([{ organisation: organisation.legalName, role: 'editor' }])
    expect(data.letters[0]?.text).toContain('/invitation/[removed after sending]')
    const text = JSON.stringify(data)
    const [user] = await database().select().from(users).where(eq(users.id, person.userId))
    for (const secret of [user!.passwordHash!, 'tokenHash', 'totpSecret', owner.email])
      expect(text).not.toContain(secret)
  })

  test('has one’s own bids alone, and those only behind the second factor', async () => {
    const auction = await makeOpenLots({ bidders: 2 })
    const [mine, theirs] = auction.bidders.map(({ person }) => person)
    const lotId = auction.lots[0]!.id
    await placeBid(mine!, { lotId, maxMinor: '777700' })
    await placeBid(theirs!, { lotId, maxMinor: '888800' })
    const data = await ownData(mine!, undefined)
    expect(data?.bids).toMatchObject([{ code: 'accepted', maxMinor: 777_700n }])
    expect(data?.log[0]).toMatchObject({ operation: 'bid.place', outcome: 'done' })
    expect(typeof (await ownData({ ...mine!, assurance: 1 }, undefined))?.bids).toBe('string')
  })

  test('is nobody’s who is not signed in', async () => {
    expect(await ownData(anyone, undefined)).toBeUndefined()
  })
})
