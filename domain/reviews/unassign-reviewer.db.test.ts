import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { makeAssignment, makeChair, makeDecision } from '@/db/factories/reviews'
import { assignments } from '@/db/schema/reviews'
import { assignReviewer } from './assign-reviewer'
import { ownReview } from './queries'
import { unassignReviewer } from './unassign-reviewer'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

async function assigned(wanted: Parameters<typeof makeAssignment>[1] = {}) {
  const application = await makeSubmittedApplication()
  const { assignmentId, reviewer } = await makeAssignment(application, wanted)
  return {
    application,
    assignmentId,
    reviewer,
    input: { applicationId: application.id, reviewerId: reviewer.userId },
  }
}

describe('taking a plan back', () => {
  test('hides it from the reviewer; assigning again asks again', async () => {
    const { assignmentId, reviewer, input } = await assigned({ values: [4, null, null] })
    const chair = await makeChair()
    expect(await unassignReviewer(chair, input)).toEqual({ ok: true, value: { assignmentId } })
    const [row] = await database().select().from(assignments).where(eq(assignments.id, assignmentId))
    expect(row?.removedAt).not.toBeNull()
    expect(await ownReview(reviewer, { assignmentId })).toBeUndefined()
    const again = await assignReviewer(chair, input)
    if (!again.ok) throw new Error(again.error.code)
    expect(await ownReview(reviewer, again.value)).toMatchObject({ stage: 'gate' })
  })

  test('refuses the role', async () => {
    const { input, reviewer } = await assigned()
    expect(await unassignReviewer(reviewer, input)).toMatchObject(refusal('access.denied'))
    expect(await unassignReviewer(await makePerson({ roles: ['administrator'] }), input)).toMatchObject(
      refusal('access.denied'),
    )
  })

  test('refuses the stranger: who is not assigned', async () => {
    const { input } = await assigned()
    const chair = await makeChair()
    expect(await unassignReviewer(chair, { ...input, reviewerId: chair.userId })).toMatchObject(
      refusal('thing.not-found'),
    )
    expect(await unassignReviewer(chair, { ...input, applicationId: 'app_unknown' })).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: a submitted review stays, and so does a decided one', async () => {
    const chair = await makeChair()
    const done = await assigned({ values: [1, 1, 1], submitted: true })
    expect(await unassignReviewer(chair, done.input)).toMatchObject(refusal('review.submitted'))
    const decided = await assigned()
    await makeDecision(decided.application, { outcome: 'ineligible' })
    expect(await unassignReviewer(chair, decided.input)).toMatchObject(refusal('review.closed'))
  })
})
