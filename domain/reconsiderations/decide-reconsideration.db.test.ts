import { eq, like } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { approve } from '@/db/factories/approvals'
import {
  makeAssignment,
  makeChair,
  makeConflict,
  makeDecision,
  makeOfficer,
  makeReviewer,
  makeSubmittedReviews,
} from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { conflictDeclarations, decisions, reconsiderations } from '@/db/schema/reviews'
import { type RoundState, rounds } from '@/db/schema/rounds'
import { mailOutbox } from '@/db/schema/system'
import { readRequest, settledRequests, waitingRequests } from '@/domain/approvals/queries'
import type { Person } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { decideReconsideration } from './decide-reconsideration'
import { requestReconsideration } from './request-reconsideration'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const reason = 'The budget is per year, as the applicant says, so the plan can be carried out.'

/** An application that was shut out in a round whose decisions are released, and that asked to be reconsidered. */
async function asked({
  state = 'qualified' as RoundState,
  outcome = 'not-qualified' as const,
  conflicted = undefined as Person | undefined,
} = {}) {
  const round = await makeRound({ state })
  const application = await makeSubmittedApplication({ lotId: round.lots[0]!.id })
  const reviewers = await makeSubmittedReviews(application, Array(3).fill([2, 2, 2]))
  const [chair, officer] = [await makeChair(), await makeOfficer()]
  await makeDecision(application, { outcome, proposedBy: chair, approvedBy: officer, released: true })
  if (conflicted) await makeConflict(application, conflicted)
  const grounds = 'The panel took the yearly budget for the whole one.'
  const request = await requestReconsideration(application.person, { applicationId: application.id, grounds })
  expect(request).toMatchObject({ ok: true })
  return {
    round,
    application,
    reviewers,
    chair,
    officer,
    qualify: { applicationId: application.id, outcome: 'qualified', reason },
    uphold: { applicationId: application.id, outcome: 'upheld', reason },
  }
}

async function decisionOf(applicationId: string) {
  const [row] = await database().select().from(decisions).where(eq(decisions.applicationId, applicationId))
  return row!
}

async function scoresHash(roundId: string) {
  const [row] = await database().select().from(rounds).where(eq(rounds.id, roundId))
  return row!.scoresHash
}

describe('deciding on a reconsideration (R6.7)', () => {
  test('whoever has a conflict neither hears of it nor finds its request (R6.2)', async () => {
    const [first, second, conflicted] = [await makeOfficer(), await makeOfficer(), await makeOfficer()]
    const { application, uphold } = await asked({ conflicted })
    const letters = await database()
      .select()
      .from(mailOutbox)
      .where(like(mailOutbox.effect, `reconsideration-requested:${application.id}:%`))
    const told = letters.map(({ to }) => to)
    expect(told).toContain(second.email)
    expect(told).not.toContain(conflicted.email)
    const request = await decideReconsideration(first, uphold)
    if (!request.ok) throw new Error(request.error.message)
    const { approvalId } = request.value
    expect(await readRequest(second, approvalId)).toMatchObject({ reason })
    expect(await readRequest(conflicted, approvalId)).toBeUndefined()
    const waiting = await waitingRequests(conflicted, undefined)
    expect(waiting?.map(({ id }) => id)).not.toContain(approvalId)
    expect(await approve(request, second)).toMatchObject({ ok: true })
    const settled = await settledRequests(conflicted, undefined)
    expect(settled?.requests.map(({ id }) => id)).not.toContain(approvalId)
  })

  test('two others let the plan in: with the least score that passes, frozen anew (R6.8)', async () => {
    const { round, application, qualify } = await asked()
    const before = await scoresHash(round.id)
    const request = await decideReconsideration(await makeChair(), qualify)
    expect((await decisionOf(application.id)).outcome, 'nothing yet').toBe('not-qualified')
    expect(await approve(request, await makeOfficer())).toMatchObject({ ok: true })
    expect(await decisionOf(application.id)).toMatchObject({ outcome: 'qualified', scoreHundredths: 6000 })
    expect(await scoresHash(round.id)).not.toBe(before)
    const [kept] = await database()
      .select()
      .from(reconsiderations)
      .where(eq(reconsiderations.applicationId, application.id))
    expect(kept).toMatchObject({ before: 'not-qualified', outcome: 'qualified', reason })
    const letters = await database()
      .select()
      .from(mailOutbox)
      .where(eq(mailOutbox.to, application.person.email))
    const letter = letters.find(({ template }) => template === 'reconsideration-decided')
    expect(letter?.text).toContain(reason)
    expect(letter?.text).toContain('You may bid for the name')
  })

  test('two others uphold the decision, and nothing else moves', async () => {
    const { round, application, uphold } = await asked()
    const before = [await decisionOf(application.id), await scoresHash(round.id)]
    await approve(await decideReconsideration(await makeOfficer(), uphold), await makeOfficer())
    expect([await decisionOf(application.id), await scoresHash(round.id)]).toEqual(before)
    const again = await decideReconsideration(await makeOfficer(), uphold)
    expect(again).toMatchObject(refusal('reconsideration.decided'))
  })

  test('refuses whoever decided before, reviewed the plan, or has a conflict: first person and second', async () => {
    const { application, chair, officer, uphold } = await asked()
    for (const before of [chair, officer])
      expect(await decideReconsideration(before, uphold)).toMatchObject(
        refusal('reconsideration.decided-before'),
      )
    const request = await decideReconsideration(await makeChair(), uphold)
    expect(await approve(request, officer)).toMatchObject(refusal('reconsideration.decided-before'))
    const reader = await makeOfficer()
    await makeAssignment(application, { reviewer: reader, values: [2, 2, 2], submitted: true })
    expect(await decideReconsideration(reader, uphold)).toMatchObject(refusal('decision.own-review'))
    const conflicted = await makeOfficer()
    await database().insert(conflictDeclarations).values({
      reviewerId: conflicted.userId,
      applicationId: application.id,
      state: 'declared',
      nature: 'A cousin works there.',
      declaredAt: processNow(),
    })
    expect(await approve(request, conflicted)).toMatchObject(refusal('decision.conflicted'))
  })

  test('refuses the role', async () => {
    const { application, uphold } = await asked()
    for (const person of [application.person, await makeReviewer()])
      expect(await decideReconsideration(person, uphold)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: an unknown application, and one that nobody asked about', async () => {
    const { uphold } = await asked()
    const other = await makeSubmittedApplication()
    for (const applicationId of ['app_nowhere', other.id])
      expect(await decideReconsideration(await makeOfficer(), { ...uphold, applicationId })).toMatchObject(
        refusal('thing.not-found'),
      )
  })

  test('refuses the moment: once bidding has opened it can only be upheld', async () => {
    const { qualify, uphold } = await asked({ state: 'bidding' })
    expect(await decideReconsideration(await makeOfficer(), qualify)).toMatchObject(
      refusal('reconsideration.bidding-open'),
    )
    const request = await decideReconsideration(await makeOfficer(), uphold)
    expect(await approve(request, await makeOfficer())).toMatchObject({ ok: true })
  })
})
