import { and, eq, like } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { compute, ids, makePlansToRead, readersOf, retireReviewers } from '@/db/factories/assignments'
import { makePerson } from '@/db/factories/people'
import { makeAssignment, makeChair, makeDecision, makeReviewer } from '@/db/factories/reviews'
import { roles } from '@/db/schema/people'
import { assignments, conflictDeclarations } from '@/db/schema/reviews'
import { mailOutbox } from '@/db/schema/system'
import { applyAssignment } from '@/domain/assignments/apply-assignment'
import { assignmentsOfRound } from '@/domain/assignments/queries'
import { processNow } from '@/lib/clock'
import { assignReviewer } from './assign-reviewer'
import { declineAssignment } from './decline-assignment'
import { panelPlan } from './panel-queries'
import { ownQueue, ownReview } from './queries'

afterAll(closeDatabase)
beforeEach(retireReviewers)

const refusal = (code: string) => ({ ok: false, error: { code } })
const reason = 'I am at sea until the end of the month.'

async function assigned(wanted: Parameters<typeof makeAssignment>[1] = {}) {
  const application = await makeSubmittedApplication()
  const { assignmentId, reviewer } = await makeAssignment(application, wanted)
  return { application, reviewer, input: { assignmentId, reason } }
}

const lettersOf = (assignmentId: string) =>
  database()
    .select()
    .from(mailOutbox)
    .where(
      and(eq(mailOutbox.template, 'review-declined'), like(mailOutbox.effect, `declined:${assignmentId}:%`)),
    )

describe('review.decline', () => {
  test('closes the plan to its reviewer and tells every chair why, but none with a conflict', async () => {
    const { application, reviewer, input } = await assigned({ values: [4, null, null] })
    const [chair, conflicted] = [await makeChair(), await makeChair()]
    await database().insert(conflictDeclarations).values({
      reviewerId: conflicted.userId,
      applicationId: application.id,
      state: 'declared',
      nature: 'A cousin.',
      declaredAt: processNow(),
    })
    expect(await declineAssignment(reviewer, input)).toMatchObject({ ok: true })
    expect(await ownReview(reviewer, input)).toBeUndefined()
    expect(await ownQueue(reviewer, {})).toMatchObject({ items: [], recused: 0 })
    const letters = await lettersOf(input.assignmentId)
    expect(letters.map(({ to }) => to)).toContain(chair.email)
    expect(letters.map(({ to }) => to)).not.toContain(conflicted.email)
    expect(letters[0]?.text).toContain(reason)
    expect(await declineAssignment(reviewer, input)).toMatchObject(refusal('thing.not-found'))
  })

  test('the next computed assignment gives the plan to somebody else; by hand it can be given back', async () => {
    const { chair, round, health, nurse, librarian, both, input } = await makePlansToRead()
    const { assignmentId } = await makeAssignment(health, { reviewer: nurse })
    expect(await declineAssignment(nurse, { assignmentId, reason })).toMatchObject({ ok: true })
    const board = await assignmentsOfRound(chair, { roundId: round.id })
    const row = board?.plans.find(({ applicationId }) => applicationId === health.id)
    const column = board!.reviewers.findIndex(({ userId }) => userId === nurse.userId)
    expect(row?.cells[column]).toMatchObject({ state: 'free', gaveBack: reason })
    const { runId } = await compute(chair, input)
    await applyAssignment(chair, { runId })
    expect(await readersOf(health.id)).toEqual(ids(librarian, both))
    const again = await assignReviewer(chair, { applicationId: health.id, reviewerId: nurse.userId })
    expect(again).toMatchObject({ ok: true })
  })

  test('a chair who gave it back and reads the scores since does not get it again, by hand or computed (R6.4)', async () => {
    const { chair, round, health, nurse, librarian, both, input } = await makePlansToRead()
    const reading = await makePerson({ roles: ['reviewer', 'panel-chair'] })
    const { assignmentId } = await makeAssignment(health, { reviewer: reading })
    const wanted = { applicationId: health.id, reviewerId: reading.userId }
    await declineAssignment(reading, { assignmentId, reason })
    const back = await assignReviewer(chair, wanted)
    if (!back.ok) throw new Error('nobody had submitted yet')
    await makeAssignment(health, { reviewer: nurse, values: [3, 3, 3], submitted: true })
    const about = { roundId: round.id, applicationId: health.id }
    expect((await panelPlan(reading, about))?.plan.panel, 'blind').toBeUndefined()
    expect(await assignReviewer(chair, wanted)).toMatchObject(refusal('reviewer.assigned'))
    await declineAssignment(reading, { assignmentId: back.value.assignmentId, reason })
    expect((await panelPlan(reading, about))?.plan.panel?.submitted).toBe(1)
    expect(await assignReviewer(chair, wanted)).toMatchObject(refusal('reviewer.has-seen'))
    const board = (await assignmentsOfRound(chair, { roundId: round.id }))!
    const row = board.plans.find(({ applicationId }) => applicationId === health.id)
    const column = board.reviewers.findIndex(({ userId }) => userId === reading.userId)
    expect(row?.cells[column]).toMatchObject({ state: 'seen' })
    await database()
      .update(roles)
      .set({ revokedAt: processNow() })
      .where(and(eq(roles.userId, reading.userId), eq(roles.role, 'panel-chair')))
    expect(await assignReviewer(chair, wanted)).toMatchObject(refusal('reviewer.has-seen'))
    const { runId } = await compute(chair, { ...input, cap: 3 })
    await applyAssignment(chair, { runId })
    const readers = await readersOf(health.id)
    expect(readers).toHaveLength(2)
    expect(ids(nurse, librarian, both)).toEqual(expect.arrayContaining(readers))
  })

  test('a chair who was never asked to read the plan is not assigned once somebody submitted (R6.4)', async () => {
    const reading = await makePerson({ roles: ['reviewer', 'panel-chair'] })
    const application = await makeSubmittedApplication()
    await makeAssignment(application, { values: [3, 3, 3], submitted: true })
    const wanted = { applicationId: application.id, reviewerId: reading.userId }
    expect(await assignReviewer(reading, wanted)).toMatchObject(refusal('reviewer.has-seen'))
    const plain = await makeReviewer()
    expect(await assignReviewer(reading, { ...wanted, reviewerId: plain.userId })).toMatchObject({ ok: true })
  })

  test('wants a reason', async () => {
    const { reviewer, input } = await assigned()
    expect(await declineAssignment(reviewer, { ...input, reason: ' no ' })).toMatchObject({
      error: { fields: { reason: 'Say why you give the plan back.' } },
    })
    const keeps = database()
      .update(assignments)
      .set({ declinedReason: reason })
      .where(eq(assignments.id, input.assignmentId))
    await expect(keeps).rejects.toThrow()
  })

  test('refuses the role', async () => {
    const { input } = await assigned()
    expect(await declineAssignment(await makeChair(), input)).toMatchObject(refusal('access.denied'))
    expect(await declineAssignment(await makePerson(), input)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger', async () => {
    const { input } = await assigned()
    expect(await declineAssignment(await makeReviewer(), input)).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: a submitted review stays, and so does a decided plan', async () => {
    const done = await assigned({ values: [1, 1, 1], submitted: true })
    expect(await declineAssignment(done.reviewer, done.input)).toMatchObject(refusal('review.submitted'))
    const decided = await assigned()
    await makeDecision(decided.application, { outcome: 'ineligible' })
    expect(await declineAssignment(decided.reviewer, decided.input)).toMatchObject(refusal('review.closed'))
  })
})
