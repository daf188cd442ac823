import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import {
  makeAssignment,
  makeChair,
  makeConflict,
  makeOfficer,
  makeSubmittedReviews,
} from '@/db/factories/reviews'
import { roles } from '@/db/schema/people'
import { approvals } from '@/db/schema/system'
import { proposeDecisions } from '@/domain/decisions/propose-decisions'
import { type Person, personById } from '@/lib/access/actor'
import { newId } from '@/lib/ids'
import { decideApproval } from './decide-approval'
import { readRequest, waitingRequests } from './queries'
import { takeUpRequest } from './take-up-request'

afterAll(closeDatabase)

const notThere = { ok: false, error: { code: 'approval.not-found' } }

/** A decision on a plan that waits for its officer, with the score of the plan in it. */
async function proposed() {
  const plan = await makeSubmittedApplication()
  await makeSubmittedReviews(plan, [
    [4, 4, 4],
    [4, 4, 4],
    [4, 4, 4],
  ])
  const asked = await proposeDecisions(await makeChair(), {
    roundId: plan.roundId,
    applicationIds: [plan.id],
    outcome: 'qualified',
    reason: 'The plan meets every criterion.',
  })
  if (!asked.ok) throw new Error(asked.error.code)
  const { approvalId } = asked.value
  const stateNow = async () =>
    (await database().select().from(approvals).where(eq(approvals.id, approvalId)))[0]!.state
  return { plan, approvalId, stateNow }
}

/** Nothing of the request is there for the person: not to read, not to take up, not to approve or decline. */
async function expectNothing(person: Person, approvalId: string) {
  expect(await readRequest(person, approvalId)).toBeUndefined()
  expect(JSON.stringify(await waitingRequests(person, undefined))).not.toContain(approvalId)
  expect(await takeUpRequest(person, { approvalId })).toMatchObject({ error: { code: 'thing.not-found' } })
  for (const decision of ['decline', 'approve'])
    expect(await decideApproval(person, { approvalId, decision })).toMatchObject(notThere)
}

describe('a request about a plan', () => {
  test('does not exist for an officer with a conflict who knows its id (R6.2)', async () => {
    const { plan, approvalId, stateNow } = await proposed()
    const officer = await makeOfficer()
    expect(await readRequest(officer, approvalId)).toBeDefined()
    await makeConflict(plan, officer)
    await expectNothing(officer, approvalId)
    expect(await stateNow()).toBe('pending')
  })

  test('tells no score to an officer whose own review of the plan is not submitted (R6.4)', async () => {
    const { plan, approvalId, stateNow } = await proposed()
    const { reviewer } = await makeAssignment(plan, { conflict: 'none' })
    await database()
      .insert(roles)
      .values({ id: newId('rol'), userId: reviewer.userId, role: 'programme-officer' })
    const both = (await personById(database(), reviewer.userId, 2))!
    expect(both.roles).toContain('programme-officer')
    await expectNothing(both, approvalId)
    expect(await stateNow()).toBe('pending')
  })

  test('is declined by an officer with neither', async () => {
    const { approvalId, stateNow } = await proposed()
    expect(await decideApproval(await makeOfficer(), { approvalId, decision: 'decline' })).toMatchObject({
      ok: true,
    })
    expect(await stateNow()).toBe('declined')
  })
})
