import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeClarification } from '@/db/factories/clarifications'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeAssignment, makeChair, makeReviewer, makeSheet } from '@/db/factories/reviews'
import { planVersions } from '@/db/schema/applications'
import { clarificationAnswers } from '@/db/schema/clarifications'
import { rounds } from '@/db/schema/rounds'
import { auditLog, mailOutbox } from '@/db/schema/system'
import { declareConflict } from '@/domain/reviews/declare-conflict'
import { ownReview } from '@/domain/reviews/queries'
import { saveReview } from '@/domain/reviews/save-review'
import { processNow } from '@/lib/clock'
import { formatInstant } from '@/lib/time/format-instant'
import { answerClarification } from './answer-clarification'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const answer = 'A second hydrologist, by contract since last spring.'

async function asked(dueAt?: Date) {
  const application = await makeSubmittedApplication()
  const chair = await makeChair()
  const { clarificationId, ...rest } = await makeClarification(application, { dueAt, askedBy: chair })
  return { application, chair, ...rest, input: { clarificationId, answer } }
}

const lettersTo = async (email: string) => {
  const rows = await database().select().from(mailOutbox).where(eq(mailOutbox.to, email))
  return rows.filter(({ template }) => template === 'clarification-answered')
}

describe('answering the panel', () => {
  test('stands beside the plan, which stays as it was, and its reviewers read and cite it', async () => {
    const { application, input } = await asked()
    const { assignmentId, reviewer } = await makeAssignment(application, { conflict: 'none' })
    const other = await makeAssignment(application, { values: [1, 1, 1], submitted: true })
    const version = () =>
      database().select().from(planVersions).where(eq(planVersions.applicationId, application.id))
    const before = await version()
    expect(await answerClarification(application.person, input)).toMatchObject({ ok: true })
    expect(await version()).toEqual(before)

    const review = await ownReview(reviewer, { assignmentId })
    if (review?.stage !== 'scoring') throw new Error('The review is not open.')
    expect(review.others, 'independence').toEqual([])
    expect(review.plan.reading.at(-1)).toMatchObject({
      id: 'clarifications',
      added: expect.any(String),
      answers: [{ kind: 'remarked', text: answer, remark: expect.stringContaining('answered') }],
    })
    const [quality, ...rest] = makeSheet([4])
    const citations = [{ section: 'clarifications', quote: 'by contract since last spring', occurrence: 0 }]
    const sheet = { assignmentId, planVersionId: application.planVersionId, version: 1 }
    expect(
      await saveReview(reviewer, { ...sheet, scores: [{ ...quality!, citations }, ...rest] }),
    ).toMatchObject({ ok: true })
    expect(await lettersTo(reviewer.email)).toHaveLength(1)
    expect(await lettersTo(other.reviewer.email), 'nothing to do any more').toEqual([])
  })

  test('tells who asked and who still reviews, without a word of it, and nobody with a conflict', async () => {
    const { application, chair, input } = await asked()
    const { assignmentId, reviewer } = await makeAssignment(application, { conflict: 'none' })
    await declareConflict(reviewer, { assignmentId, state: 'declared', nature: 'I know them.' })
    const waiting = await makeAssignment(application, { conflict: 'not-asked' })
    await answerClarification(application.person, input)
    const [letter] = await lettersTo(chair.email)
    expect(letter?.text).not.toContain(answer)
    expect(letter?.text).not.toContain(application.organisation.legalName)
    for (const { email } of [reviewer, waiting.reviewer]) expect(await lettersTo(email)).toEqual([])
    const rows = await database().select().from(auditLog).where(eq(auditLog.object, application.id))
    for (const { payload } of rows) expect(Buffer.from(payload).toString()).not.toContain('hydrologist')
  })

  test('is given once and never changed', async () => {
    const { application, input } = await asked()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => answerClarification(application.person, input)),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await answerClarification(application.person, input)).toMatchObject(
      refusal('clarification.answered'),
    )
    await expect(database().update(clarificationAnswers).set({ answer: 'Nobody.' })).rejects.toThrow()
  })

  test('refuses the role', async () => {
    const { application, input } = await asked()
    const { id: organisationId } = application.organisation
    const bidder = await makePerson({ member: { organisationId, roles: ['bidder'] } })
    for (const actor of [bidder, await makeReviewer(), await makeChair()])
      expect(await answerClarification(actor, input)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger', async () => {
    const { input } = await asked()
    const { person } = await makeApplicant()
    expect(await answerClarification(person, input)).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: from the deadline on, named in the round’s zone; what arrived before counts', async () => {
    const dueAt = new Date(processNow().getTime() - 1000)
    const { application, input } = await asked(dueAt)
    const { person, roundId } = application
    const [round] = await database().select().from(rounds).where(eq(rounds.id, roundId))
    for (const receivedAt of [dueAt, processNow()])
      expect(await answerClarification(person, input, { receivedAt })).toMatchObject({
        error: {
          code: 'clarification.closed',
          status: 409,
          message: expect.stringContaining(formatInstant(dueAt, round!.zone)),
        },
      })
    await database().update(rounds).set({ state: 'qualified' }).where(eq(rounds.id, roundId))
    const receivedAt = new Date(dueAt.getTime() - 1)
    expect(await answerClarification(person, input, { receivedAt })).toMatchObject(
      refusal('round.wrong-state'),
    )
    await database().update(rounds).set({ state: 'review' }).where(eq(rounds.id, roundId))
    expect(await answerClarification(person, input, { receivedAt })).toMatchObject({ ok: true })
  })
})
