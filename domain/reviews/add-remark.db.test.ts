import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeAssignment, makeChair, makeDecision, makeOfficer, makeReviewer } from '@/db/factories/reviews'
import { conflictDeclarations } from '@/db/schema/reviews'
import { processNow } from '@/lib/clock'
import { addRemark } from './add-remark'
import { panelPlan } from './panel-queries'
import { ownReview } from './queries'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const text = 'The second year is paid for: see the letter of the city among the attachments.'

/** A plan with one review submitted and one being written. */
async function halfReviewed() {
  const application = await makeSubmittedApplication()
  const done = await makeAssignment(application, { values: [4, 1, 4], submitted: true })
  const writing = await makeAssignment(application, { values: [4, 4, null] })
  const remark = { applicationId: application.id, criterion: null, text }
  return { application, done, writing, remark }
}

describe('the discussion of a plan (R6.6)', () => {
  test('is read by the chair and by reviewers who have submitted, without reviewers’ names, and changes no score', async () => {
    const { application, done, remark } = await halfReviewed()
    expect(await addRemark(done.reviewer, remark)).toMatchObject({ ok: true })
    const chair = await makeChair()
    expect(
      await addRemark(chair, { ...remark, criterion: 'creativity', text: 'Which letter?' }),
    ).toMatchObject({
      ok: true,
    })
    const seen = await ownReview(done.reviewer, { assignmentId: done.assignmentId })
    expect(seen).toMatchObject({
      stage: 'submitted',
      discussion: [
        { text, who: 'You', criterion: null },
        { text: 'Which letter?', who: 'The chair', criterion: 'creativity' },
      ],
    })
    const page = await panelPlan(chair, { roundId: application.roundId, applicationId: application.id })
    expect(page?.discussion.map(({ by }) => by.name)).toEqual([done.reviewer.name, chair.name])
    expect(page?.plan.panel?.sheets[0]?.scores.map(({ value }) => value)).toEqual([4, 1, 4])
  })

  test('refuses and hides it before one’s own review is in (R6.4)', async () => {
    const { done, writing, remark } = await halfReviewed()
    await addRemark(done.reviewer, remark)
    expect(await addRemark(writing.reviewer, remark)).toMatchObject(refusal('review.own-first'))
    expect(
      JSON.stringify(await ownReview(writing.reviewer, { assignmentId: writing.assignmentId })),
    ).not.toContain(text)
  })

  test('refuses the role', async () => {
    const { application, remark } = await halfReviewed()
    for (const person of [application.person, await makeOfficer()])
      expect(await addRemark(person, remark)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: a reviewer of other plans, and a chair with a conflict', async () => {
    const { application, remark } = await halfReviewed()
    expect(await addRemark(await makeReviewer(), remark)).toMatchObject(refusal('thing.not-found'))
    const chair = await makeChair()
    await database().insert(conflictDeclarations).values({
      reviewerId: chair.userId,
      applicationId: application.id,
      state: 'declared',
      nature: 'A cousin works there.',
      declaredAt: processNow(),
    })
    expect(await addRemark(chair, remark)).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: once the panel has decided; and a criterion that the round does not judge', async () => {
    const { application, done, remark } = await halfReviewed()
    expect(await addRemark(done.reviewer, { ...remark, criterion: 'colour' })).toMatchObject({
      error: { code: 'input.invalid', fields: { criterion: expect.any(String) } },
    })
    await makeDecision(application)
    expect(await addRemark(done.reviewer, remark)).toMatchObject(refusal('review.closed'))
  })
})
