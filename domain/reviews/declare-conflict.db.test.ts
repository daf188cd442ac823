import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import {
  makeAssignment,
  makeDecision,
  makeReviewer,
  makeSheet,
  makeSubmittedReviews,
} from '@/db/factories/reviews'
import { conflictDeclarations, reviews } from '@/db/schema/reviews'
import { rounds } from '@/db/schema/rounds'
import { assignmentsOfRound } from '@/domain/assignments/queries'
import { fileToDownload } from '@/domain/files/queries'
import { declareConflict } from './declare-conflict'
import { panelOfRound, panelPlan } from './panel-queries'
import { ownQueue, ownReview, storedSheet } from './queries'
import { saveReview } from './save-review'
import { submitReview } from './submit-review'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const none = (assignmentId: string) => ({ assignmentId, state: 'none', nature: '' })
const declared = (assignmentId: string) => ({ assignmentId, state: 'declared', nature: 'I advise them.' })

describe('the conflict question (R6.2)', () => {
  test('answered with none opens the plan, pinned to its version', async () => {
    const application = await makeSubmittedApplication()
    const { assignmentId, reviewer } = await makeAssignment(application, {
      detected: 'Same e-mail domain: x',
    })
    expect(await ownReview(reviewer, { assignmentId })).toMatchObject({ stage: 'gate', detected: true })
    expect(await declareConflict(reviewer, none(assignmentId))).toMatchObject({ ok: true })
    expect(await ownReview(reviewer, { assignmentId })).toMatchObject({
      stage: 'scoring',
      plan: { planVersionId: application.planVersionId },
    })
    const [review] = await database().select().from(reviews).where(eq(reviews.assignmentId, assignmentId))
    expect(review).toMatchObject({ planVersionId: application.planVersionId, state: 'draft' })
  })

  test('the question itself shows nothing of the plan, and the plan nothing of the applicant', async () => {
    const application = await makeSubmittedApplication()
    const { assignmentId, reviewer } = await makeAssignment(application)
    const gate = JSON.stringify(await ownReview(reviewer, { assignmentId }))
    expect(gate).not.toContain('Small rivers')
    await declareConflict(reviewer, none(assignmentId))
    const read = JSON.stringify(await ownReview(reviewer, { assignmentId }))
    expect(read).toContain('Small rivers')
    for (const text of [gate, read])
      for (const secret of [
        application.organisation.legalName,
        application.organisation.id,
        application.reference,
      ])
        expect(text).not.toContain(secret)
  })

  test('answered with a conflict hides everything, for good', async () => {
    const application = await makeSubmittedApplication()
    const chairToo = await makePerson({ roles: ['reviewer', 'panel-chair'] })
    const { assignmentId } = await makeAssignment(application, { reviewer: chairToo, conflict: 'none' })
    await makeSubmittedReviews(application, [[5, 5, 5]])
    const roundId = application.roundId
    expect((await panelOfRound(chairToo, { roundId }))?.plans).toHaveLength(1)
    expect(await declareConflict(chairToo, declared(assignmentId))).toMatchObject({ ok: true })
    const [row] = await database()
      .select()
      .from(conflictDeclarations)
      .where(eq(conflictDeclarations.reviewerId, chairToo.userId))
    expect(row).toMatchObject({ state: 'declared', nature: 'I advise them.' })
    expect(await ownQueue(chairToo, {})).toEqual({ items: [], recused: 1 })
    expect(await ownReview(chairToo, { assignmentId })).toBeUndefined()
    expect(await storedSheet(chairToo, { assignmentId })).toBeUndefined()
    expect((await panelOfRound(chairToo, { roundId }))?.plans).toEqual([])
    expect((await panelOfRound(chairToo, { roundId }))?.reviewers).toEqual([])
    expect((await assignmentsOfRound(chairToo, { roundId }))?.plans).toEqual([])
    expect(await panelPlan(chairToo, { roundId, applicationId: application.id })).toBeUndefined()
    const sheet = {
      assignmentId,
      planVersionId: application.planVersionId,
      version: 1,
      scores: makeSheet([4, 4, 4]),
    }
    for (const answer of [
      await saveReview(chairToo, sheet),
      await submitReview(chairToo, sheet),
      await declareConflict(chairToo, none(assignmentId)),
    ])
      expect(answer).toMatchObject(refusal('thing.not-found'))
  })

  test('a foreign, an unknown and a conflicted assignment answer byte for byte alike', async () => {
    const application = await makeSubmittedApplication()
    const { assignmentId, reviewer } = await makeAssignment(application)
    await declareConflict(reviewer, declared(assignmentId))
    const foreign = await makeAssignment(application)
    const answers = await Promise.all(
      [assignmentId, foreign.assignmentId, 'asg_unknown'].map((id) => declareConflict(reviewer, none(id))),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ error: { status: 404 } })
  })

  test('a conflict can show later: the submitted scores then count for nothing', async () => {
    const application = await makeSubmittedApplication()
    const { assignmentId, reviewer } = await makeAssignment(application, {
      values: [5, 5, 5],
      submitted: true,
    })
    await makeSubmittedReviews(application, [[3, 3, 3]])
    expect(await declareConflict(reviewer, declared(assignmentId))).toMatchObject({ ok: true })
    const chair = await makePerson({ roles: ['panel-chair'] })
    const [plan] = (await panelOfRound(chair, { roundId: application.roundId }))!.plans
    expect(plan?.panel?.score.score).toBe(60)
  })

  test('a conflict needs its nature', async () => {
    const { assignmentId, reviewer } = await makeAssignment(await makeSubmittedApplication())
    expect(await declareConflict(reviewer, { assignmentId, state: 'declared', nature: ' ' })).toMatchObject({
      error: { code: 'input.invalid', fields: { nature: expect.any(String) } },
    })
    expect(await declareConflict(reviewer, { assignmentId, state: 'maybe', nature: '' })).toMatchObject({
      error: { code: 'input.invalid', fields: { state: expect.any(String) } },
    })
  })

  test('refuses the role', async () => {
    const { assignmentId } = await makeAssignment(await makeSubmittedApplication())
    expect(await declareConflict(await makePerson(), none(assignmentId))).toMatchObject(
      refusal('access.denied'),
    )
    expect(
      await declareConflict(await makePerson({ roles: ['panel-chair'] }), none(assignmentId)),
    ).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger', async () => {
    const { assignmentId } = await makeAssignment(await makeSubmittedApplication())
    expect(await declareConflict(await makeReviewer(), none(assignmentId))).toMatchObject(
      refusal('thing.not-found'),
    )
    expect(await fileToDownload(await makeReviewer(), { fileId: 'fil_unknown' })).toBeUndefined()
  })

  test('refuses the moment: another state of the round, and once it is decided', async () => {
    const application = await makeSubmittedApplication()
    const { assignmentId, reviewer } = await makeAssignment(application)
    await makeDecision(application, { outcome: 'ineligible' })
    expect(await declareConflict(reviewer, none(assignmentId))).toMatchObject(refusal('review.closed'))
    await database().update(rounds).set({ state: 'suspended' }).where(eq(rounds.id, application.roundId))
    expect(await declareConflict(reviewer, none(assignmentId))).toMatchObject(refusal('round.wrong-state'))
  })
})
