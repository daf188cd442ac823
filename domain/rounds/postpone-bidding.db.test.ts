import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { approve } from '@/db/factories/approvals'
import { makeDecision, makeOfficer, makeSubmittedReviews } from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { announcements, rounds } from '@/db/schema/rounds'
import { mailOutbox } from '@/db/schema/system'
import { decideReconsideration } from '@/domain/reconsiderations/decide-reconsideration'
import { requestReconsideration } from '@/domain/reconsiderations/request-reconsideration'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { advanceRound } from './advance-round'
import { dueRounds, dueToPostpone } from './due-rounds'
import { postponeBidding } from './postpone-bidding'

afterAll(closeDatabase)
/** Rounds of earlier tests are over, so that none of them is due. */
beforeEach(() => database().update(rounds).set({ state: 'cancelled' }))

const worker = systemActor('schedule')
const refusal = (code: string) => ({ ok: false, error: { code } })
const HOUR = 3_600_000
const rowOf = async (id: string) => (await database().select().from(rounds).where(eq(rounds.id, id)))[0]!

/** A round whose bidding should have opened an hour ago, and a request that nobody decided. */
async function waiting() {
  const biddingOpensAt = new Date(processNow().getTime() - HOUR)
  const round = await makeRound({ state: 'qualified', timetable: { biddingOpensAt } })
  const plan = await makeSubmittedApplication({ lotId: round.lots[0]!.id })
  await makeSubmittedReviews(plan, Array(3).fill([2, 2, 2]))
  await makeDecision(plan, { outcome: 'not-qualified', released: true })
  const grounds = 'The panel took the yearly budget for the whole one.'
  await requestReconsideration(plan.person, { applicationId: plan.id, grounds })
  const decide = async () => {
    const reason = 'The decision stands: the budget is one year’s.'
    const decision = { applicationId: plan.id, outcome: 'upheld', reason }
    return approve(await decideReconsideration(await makeOfficer(), decision), await makeOfficer())
  }
  return { roundId: round.id, plan, decide }
}

describe('a pending reconsideration', () => {
  test('keeps bidding from opening: it moves to the next business day, and everything after it', async () => {
    const { roundId, plan } = await waiting()
    const before = await rowOf(roundId)
    expect(await dueRounds(database())).toEqual([])
    expect(await dueToPostpone(database())).toEqual([roundId])
    expect(await advanceRound(worker, { roundId })).toMatchObject({ value: { made: [] } })
    expect(await postponeBidding(worker, { roundId })).toMatchObject({ ok: true })
    const after = await rowOf(roundId)
    const later = after.biddingOpensAt.getTime() - before.biddingOpensAt.getTime()
    expect(after.state).toBe('qualified')
    expect(after.biddingOpensAt.getTime()).toBeGreaterThan(processNow().getTime())
    expect(after.biddingClosesAt.getTime() - before.biddingClosesAt.getTime()).toBe(later)
    expect(after.paymentDueAt.getTime() - before.paymentDueAt.getTime()).toBe(later)
    expect(after.reviewDueAt).toEqual(before.reviewDueAt)
    const [notice] = await database().select().from(announcements).where(eq(announcements.roundId, roundId))
    expect(notice?.text).toMatch(/^Bidding opens .*: a reconsideration is still to be decided/)
    expect(notice?.text).not.toContain(`${plan.label}.org`)
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, plan.person.email))
    expect(letters.map(({ subject }) => subject)).toContainEqual(expect.stringContaining('opens later'))
    expect(await dueToPostpone(database())).toEqual([])
  })

  test('once decided, lets bidding open', async () => {
    const { roundId, decide } = await waiting()
    expect(await decide()).toMatchObject({ ok: true })
    expect(await dueToPostpone(database())).toEqual([])
    expect(await dueRounds(database())).toEqual([roundId])
    expect(await advanceRound(worker, { roundId })).toMatchObject({ value: { made: ['open-bidding'] } })
  })

  test('moves the opening once, however many workers ask', async () => {
    const { roundId } = await waiting()
    const answers = await Promise.all(Array.from({ length: 4 }, () => postponeBidding(worker, { roundId })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('round.postpone-bidding', () => {
  test('refuses the role', async () => {
    const { roundId } = await waiting()
    expect(await postponeBidding(await makeOfficer(), { roundId })).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: a round that is not there', async () => {
    expect(await postponeBidding(worker, { roundId: 'rnd_none' })).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: before the opening, without a request, and in another state', async () => {
    const early = await makeRound({ state: 'qualified' })
    expect(await postponeBidding(worker, { roundId: early.id })).toMatchObject(
      refusal('round.nothing-to-wait-for'),
    )
    const { roundId, decide } = await waiting()
    await decide()
    expect(await postponeBidding(worker, { roundId })).toMatchObject(refusal('round.nothing-to-wait-for'))
    const bidding = await makeRound({ state: 'bidding' })
    expect(await postponeBidding(worker, { roundId: bidding.id })).toMatchObject(refusal('round.wrong-state'))
  })
})
