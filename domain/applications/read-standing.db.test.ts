import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { approve } from '@/db/factories/approvals'
import { makeOpenLots } from '@/db/factories/auctions'
import { makeApplicant } from '@/db/factories/people'
import { makeDecision, makeOfficer, makeSubmittedReviews } from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { decisions } from '@/db/schema/reviews'
import { passTo } from '@/db/testing/test-clock'
import { placeBid } from '@/domain/bids/place-bid'
import { closeLot } from '@/domain/lots/close-lot'
import { advanceRound } from '@/domain/rounds/advance-round'
import { finaliseRound } from '@/domain/rounds/finalise-round'
import { type Person, systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { applicationHome, myApplications } from './queries'

afterAll(closeDatabase)

const noSoftClose = { windowSeconds: 0, extendSeconds: 0, hardEnd: null }

const home = async (person: Person, applicationId: string) =>
  (await applicationHome(person, { applicationId }))!

describe('what an applicant reads of its decision (R6.7)', () => {
  test('nothing before the release; then the score and every reason, without the reviewers’ names', async () => {
    const lotId = (await makeRound({ state: 'review' })).lots[0]!.id
    const made = await makeSubmittedApplication({ lotId })
    const reviewers = await makeSubmittedReviews(made, Array(3).fill([4, 4, 4]))
    await makeDecision(made)
    const before = await home(made.person, made.id)
    expect(before.decision).toBeFalsy()
    expect(before.standing.decision).toBeNull()
    expect(JSON.stringify(await myApplications(made.person, {}))).not.toContain('qualified"')

    const releasedAt = processNow()
    await database().update(decisions).set({ releasedAt }).where(eq(decisions.applicationId, made.id))
    const after = await home(made.person, made.id)
    expect(after.standing.decision).toEqual({ outcome: 'qualified', releasedAt })
    expect(after.decision).toMatchObject({ outcome: 'qualified', score: '80.00' })
    expect(after.decision?.criteria[0]).toMatchObject({
      value: '4.00 of 5',
      reasons: Array(3).fill({ value: '4', reason: 'The plan shows it.' }),
    })
    for (const { userId, name } of reviewers) {
      expect(JSON.stringify(after.decision)).not.toContain(userId)
      expect(JSON.stringify(after.decision)).not.toContain(name)
    }
  })

  test('never another applicant’s', async () => {
    const lotId = (await makeRound({ state: 'qualified' })).lots[0]!.id
    const [own, other] = [
      await makeSubmittedApplication({ lotId }),
      await makeSubmittedApplication({ lotId }),
    ]
    await makeDecision(other, { outcome: 'not-qualified', reason: 'Below the line.', released: true })
    expect((await home(own.person, own.id)).decision).toBeFalsy()
    expect(await applicationHome(own.person, { applicationId: other.id })).toBeUndefined()
    const { person } = await makeApplicant()
    expect(await myApplications(person, {})).toEqual([])
  })
})

describe('what an applicant reads of its result (R3.3)', () => {
  test('nothing of a closed round; from final on the winner its price, the others that they did not win', async () => {
    const closesAt = new Date(processNow().getTime() + 60_000)
    const { lots, bidders, round } = await makeOpenLots({ bidders: 2, closesAt, softClose: noSoftClose })
    const [winner, loser] = bidders.map(({ person }) => person) as [Person, Person]
    const lotId = lots[0]!.id
    for (const [person, maxMinor] of [
      [loser, '300000'],
      [winner, '800000'],
    ] as const)
      expect(await placeBid(person, { lotId, maxMinor })).toMatchObject({ ok: true })
    await passTo(closesAt)
    await closeLot(systemActor('schedule'), { lotId })
    await advanceRound(systemActor('schedule'), { roundId: round.id })
    const result = async (person: Person) => (await myApplications(person, {}))?.[0]?.result
    expect(await result(winner)).toBeNull()

    const asked = await finaliseRound(await makeOfficer(), { roundId: round.id })
    expect(await approve(asked, await makeOfficer())).toMatchObject({ ok: true })
    expect(await result(winner)).toMatchObject({ outcome: 'sold', won: true, priceMinor: expect.any(BigInt) })
    expect(await result(loser)).toMatchObject({ outcome: 'sold', won: false })
  })
})
