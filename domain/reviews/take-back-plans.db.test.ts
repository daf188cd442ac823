import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { makeAssignment, makeChair, makeReviewer } from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { conflictDeclarations } from '@/db/schema/reviews'
import { rounds } from '@/db/schema/rounds'
import { mailOutbox } from '@/db/schema/system'
import { processNow } from '@/lib/clock'
import { outstandingOfReviewer } from './panel-queries'
import { ownQueue } from './queries'
import { takeBackPlans } from './take-back-plans'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

/** A reviewer with one plan submitted, one begun and one not opened. */
async function late() {
  const { id: roundId, lots } = await makeRound({ state: 'review', labels: 3 })
  const reviewer = await makeReviewer()
  const place = async (index: number, wanted: Parameters<typeof makeAssignment>[1]) => {
    const application = await makeSubmittedApplication({ lotId: lots[index]!.id })
    return { application, ...(await makeAssignment(application, { reviewer, ...wanted })) }
  }
  const done = await place(0, { values: [4, 4, 4], submitted: true })
  const begun = await place(1, { values: [2, null, null] })
  const closed = await place(2, {})
  const assignmentIds = [begun.assignmentId, closed.assignmentId]
  return { reviewer, done, closed, input: { roundId, reviewerId: reviewer.userId, assignmentIds } }
}

describe('review.take-back', () => {
  test('takes what is not submitted, all at once, and writes one letter that names no plan', async () => {
    const { reviewer, done, closed, input } = await late()
    const chair = await makeChair()
    expect((await outstandingOfReviewer(chair, input))?.plans).toMatchObject([
      { progress: expect.any(String) },
      { progress: expect.any(String) },
    ])
    expect(await takeBackPlans(chair, input)).toEqual({ ok: true, value: { taken: 2 } })
    expect((await ownQueue(reviewer, {}))?.items).toMatchObject([{ assignmentId: done.assignmentId }])
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, reviewer.email))
    expect(letters).toHaveLength(1)
    expect(letters[0]?.text).toContain('2 branding plans')
    expect(letters[0]?.text).not.toContain(`${closed.application.label}.org`)
    expect((await outstandingOfReviewer(chair, input))?.plans).toEqual([])
  })

  test('leaves plans of the chair’s own conflicts alone, on the page as well', async () => {
    const { closed, input } = await late()
    const chair = await makeChair()
    await database().insert(conflictDeclarations).values({
      reviewerId: chair.userId,
      applicationId: closed.application.id,
      state: 'declared',
      nature: 'A cousin.',
      declaredAt: processNow(),
    })
    expect((await outstandingOfReviewer(chair, input))?.plans).toHaveLength(1)
    expect(await takeBackPlans(chair, input)).toMatchObject(refusal('review.outstanding-changed'))
    const [begun] = input.assignmentIds
    expect(await takeBackPlans(chair, { ...input, assignmentIds: [begun] })).toMatchObject({ ok: true })
  })

  test('takes nothing when something else waits than what the page named', async () => {
    const { done, input } = await late()
    const chair = await makeChair()
    for (const assignmentIds of [[input.assignmentIds[0]], [...input.assignmentIds, done.assignmentId]])
      expect(await takeBackPlans(chair, { ...input, assignmentIds })).toMatchObject(
        refusal('review.outstanding-changed'),
      )
  })

  test('of two chairs who press at once one takes them back', async () => {
    const { input } = await late()
    const chairs = [await makeChair(), await makeChair()]
    const answers = await Promise.all(chairs.map((chair) => takeBackPlans(chair, input)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('refuses the role', async () => {
    const { reviewer, input } = await late()
    expect(await takeBackPlans(reviewer, input)).toMatchObject(refusal('access.denied'))
    expect(await takeBackPlans(await makePerson({ roles: ['auditor'] }), input)).toMatchObject(
      refusal('access.denied'),
    )
  })

  test('refuses the stranger: who reviews nothing in the round', async () => {
    const { input } = await late()
    const reviewerId = (await makeReviewer()).userId
    const chair = await makeChair()
    expect(await takeBackPlans(chair, { ...input, reviewerId })).toMatchObject(refusal('thing.not-found'))
    expect(await outstandingOfReviewer(chair, { ...input, reviewerId })).toBeUndefined()
  })

  test('refuses the moment: a suspended round', async () => {
    const { input } = await late()
    await database().update(rounds).set({ state: 'suspended' }).where(eq(rounds.id, input.roundId))
    expect(await takeBackPlans(await makeChair(), input)).toMatchObject(refusal('round.wrong-state'))
  })
})
