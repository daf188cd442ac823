import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeAssignment, makeChair, makeReviewer, makeSheet } from '@/db/factories/reviews'
import { assignments } from '@/db/schema/reviews'
import { applyAssignment } from '@/domain/assignments/apply-assignment'
import { computeAssignment } from '@/domain/assignments/compute-assignment'
import type { Person } from '@/lib/access/actor'
import { assignReviewer } from './assign-reviewer'
import { declareConflict } from './declare-conflict'
import { declineAssignment } from './decline-assignment'
import { panelPlan } from './panel-queries'
import { submitReview } from './submit-review'
import { unassignReviewer } from './unassign-reviewer'

/** Two tabs, two chairs, a double click: whatever comes together, one of it holds, and the panel sees one truth. */

let chair: Person
let second: Person
let plan: Awaited<ReturnType<typeof makeSubmittedApplication>>
beforeAll(async () => {
  chair = await makeChair()
  second = await makeChair()
  plan = await makeSubmittedApplication()
})
afterAll(closeDatabase)

const codesOf = (answers: readonly { ok: boolean; error?: { code: string } }[]) =>
  answers.map(({ ok, error }) => (ok ? 'done' : error!.code)).sort()

async function begun() {
  const { assignmentId, reviewer } = await makeAssignment(plan, { conflict: 'none' })
  const sheet = { assignmentId, planVersionId: plan.planVersionId, version: 1, scores: makeSheet([4, 4, 4]) }
  return { assignmentId, reviewer, submit: () => submitReview(reviewer, sheet) }
}

const standing = (reviewer: Person) =>
  database()
    .select()
    .from(assignments)
    .where(
      and(
        eq(assignments.applicationId, plan.id),
        eq(assignments.reviewerId, reviewer.userId),
        isNull(assignments.removedAt),
      ),
    )

test('two chairs who assign one reviewer assign them once', async () => {
  const reviewer = await makeReviewer()
  const pair = { applicationId: plan.id, reviewerId: reviewer.userId }
  const answers = await Promise.all([chair, second, chair].map((each) => assignReviewer(each, pair)))
  expect(codesOf(answers)).toEqual(['done', 'reviewer.assigned', 'reviewer.assigned'])
  expect(await standing(reviewer)).toHaveLength(1)
})

test('a review is submitted or taken back, never both', async () => {
  const { reviewer, submit } = await begun()
  const pair = { applicationId: plan.id, reviewerId: reviewer.userId }
  const [submitted, taken] = await Promise.all([submit(), unassignReviewer(chair, pair)])
  expect(submitted.ok).toBe(!taken.ok)
  expect(await standing(reviewer)).toHaveLength(submitted.ok ? 1 : 0)
})

test('a plan is given back once, or its review is in', async () => {
  const { assignmentId, reviewer, submit } = await begun()
  const give = () => declineAssignment(reviewer, { assignmentId, reason: 'I am at sea.' })
  const [submitted, ...given] = await Promise.all([submit(), give(), give()])
  expect(codesOf([submitted, ...given]).filter((code) => code === 'done')).toHaveLength(1)
  expect(await standing(reviewer)).toHaveLength(submitted.ok ? 1 : 0)
})

test('scores count for nothing beside a conflict declared in another tab, whichever comes first', async () => {
  const { assignmentId, reviewer, submit } = await begun()
  const declare = { assignmentId, state: 'declared' as const, nature: 'A relative leads it.' }
  const [declared] = await Promise.all([declareConflict(reviewer, declare), submit()])
  expect(declared).toMatchObject({ ok: true })
  expect(await standing(reviewer)).toEqual([])
  const seen = await panelPlan(chair, { roundId: plan.roundId, applicationId: plan.id })
  expect(seen!.plan.readers.map(({ reviewerId }) => reviewerId)).not.toContain(reviewer.userId)
})

test('a computed assignment is applied once, however many press', async () => {
  const { roundId } = await makeSubmittedApplication()
  await Promise.all([makeReviewer(), makeReviewer(), makeReviewer()])
  const run = await computeAssignment(chair, { roundId, cap: 500, seed: 'at once' })
  if (!run.ok) throw new Error(run.error.message)
  const { runId } = run.value
  const answers = await Promise.all([chair, second].map((each) => applyAssignment(each, { runId })))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})
