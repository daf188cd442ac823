import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAccount, makeSession } from '@/db/factories/accounts'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeOpenLots } from '@/db/factories/auctions'
import { makePasskey } from '@/db/factories/passkeys'
import { makeApplicant } from '@/db/factories/people'
import { makeAssignment, makeSheet } from '@/db/factories/reviews'
import { users } from '@/db/schema/people'
import { calibrationAnswers } from '@/db/schema/reviews'
import { stateExpertise } from '@/domain/assignments/state-expertise'
import { placeBid } from '@/domain/bids/place-bid'
import { suggestClarification } from '@/domain/clarifications/suggest-clarification'
import { inviteMember } from '@/domain/organisations/invite-member'
import { addRemark } from '@/domain/reviews/add-remark'
import { anyone } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { ownData } from './own-data'

afterAll(closeDatabase)

describe('one’s own data', () => {
  test('holds what was done and received, and neither secrets nor keys', async () => {
    const { person } = await makeAccount()
    const { organisation, person: owner } = await makeApplicant()
    await inviteMember(owner, { organisationId: organisation.id, email: person.email, role: 'editor' })
    await makePasskey((await makeSession(person)).person, 'My laptop')
    const data = (await ownData(person, undefined))!
    expect(data.passkeys).toMatchObject([{ name: 'My laptop', removedAt: null }])
    expect(data.account).toMatchObject({ email: person.email, pseudonym: person.pseudonym })
    expect(data.invitations).toMatchObject([{ organisation: organisation.legalName, role: 'editor' }])
    expect(data.letters[0]?.text).toContain('/invitation/[removed after sending]')
    const text = JSON.stringify(data)
    const [user] = await database().select().from(users).where(eq(users.id, person.userId))
    for (const secret of [
      user!.passwordHash!,
      'tokenHash',
      'totpSecret',
      'credentialId',
      'publicKey',
      owner.email,
    ])
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

  test('has what a reviewer wrote, of this reviewer alone', async () => {
    const plan = await makeSubmittedApplication()
    const citations = [{ section: 'purpose', quote: 'Small rivers have no press office.', occurrence: 0 }]
    const mine = await makeAssignment(plan, { values: [4, 'na', 1], reason: 'My own words.', citations })
    const theirs = await makeAssignment(plan, {
      values: [1, 1, 1],
      submitted: true,
      reason: 'Another’s words.',
    })
    const sheet = makeSheet([2, 3, 4], 'As in the invented plan.')
    await database().insert(calibrationAnswers).values({
      roundId: plan.roundId,
      reviewerId: mine.reviewer.userId,
      plan: 'tide-tables-1',
      sheet,
      at: processNow(),
    })
    await stateExpertise(mine.reviewer, { levels: { health: 2 } })
    const question = 'Who keeps the readings when the coordinator is away?'
    await suggestClarification(mine.reviewer, { assignmentId: mine.assignmentId, question })
    const text = 'I read the budget as a yearly one.'
    await addRemark(theirs.reviewer, { applicationId: plan.id, criterion: null, text })
    expect(await ownData(mine.reviewer, undefined)).toMatchObject({
      reviews: [{ applicationId: plan.id, state: 'draft', sheet: [{ reason: 'My own words.' }, {}, {}] }],
      scoresSubmitted: [],
      expertise: [{ field: 'health', level: 2 }],
      questionsSuggested: [{ question, declined: null }],
      calibrations: [{ plan: 'tide-tables-1', sheet }],
      remarks: [],
    })
    expect(JSON.stringify(await ownData(mine.reviewer, undefined))).not.toContain('Small rivers')
    const other = await ownData(theirs.reviewer, undefined)
    expect(other?.remarks).toMatchObject([{ text }])
    expect(other?.scoresSubmitted).toHaveLength(3)
    for (const word of ['My own words.', question, 'As in the invented plan.'])
      expect(JSON.stringify(other)).not.toContain(word)
  })

  test('is nobody’s who is not signed in', async () => {
    expect(await ownData(anyone, undefined)).toBeUndefined()
  })
})
