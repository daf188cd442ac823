import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { compute, ids, makePlansToRead, readersOf, retireReviewers } from '@/db/factories/assignments'
import { makeAssignment, makeChair, makeConflict } from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { assignmentRuns, conflictDeclarations } from '@/db/schema/reviews'
import { assign } from '@/domain/reviews/mathematics/assignments/assign'
import { processNow } from '@/lib/clock'
import { applyAssignment } from './apply-assignment'
import { computeAssignment } from './compute-assignment'
import { assignmentsOfRound } from './queries'

afterAll(closeDatabase)
beforeEach(retireReviewers)

const refusal = (code: string) => ({ ok: false, error: { code } })

describe('computing who reads which plan (R6.3)', () => {
  test('gives each plan those who know its field, assigns nothing, and can be repeated from what is kept', async () => {
    const { chair, health, input } = await makePlansToRead()
    const { runId } = await compute(chair, input)
    expect(await readersOf(health.id), 'nothing yet').toEqual([])
    const [run] = await database().select().from(assignmentRuns).where(eq(assignmentRuns.id, runId))
    // 3 + 1 for each plan: both experts and the one who knows a little of everything.
    expect(run).toMatchObject({ total: 80_000, worst: 40_000, worstAtMost: 40_000 })
    expect(assign(run!.wanted)).toMatchObject({ pairs: run!.pairs, total: run!.total })
  })

  test('keeps what stands and bars who has a conflict', async () => {
    const { chair, health, nurse, librarian, both, input } = await makePlansToRead()
    await makeAssignment(health, { reviewer: librarian, conflict: 'none' })
    await database().insert(conflictDeclarations).values({
      reviewerId: both.userId,
      applicationId: health.id,
      state: 'declared',
      nature: 'A cousin.',
      declaredAt: processNow(),
    })
    const { runId } = await compute(chair, input)
    await applyAssignment(chair, { runId })
    expect(await readersOf(health.id)).toEqual(ids(librarian, nurse))
  })

  test('tells a chair with a conflict no figure from which the readers of the plan follow (R6.2)', async () => {
    const { chair, round, health, nurse, librarian, both, input } = await makePlansToRead()
    await compute(chair, input)
    const loads = async (viewer: typeof chair) => {
      const [run] = (await assignmentsOfRound(viewer, { roundId: round.id }))!.runs
      return { ...run!, loads: Object.fromEntries(run!.loads.map(({ name, added }) => [name, added])) }
    }
    expect(await loads(chair)).toMatchObject({
      figures: { total: 80_000, worst: 40_000 },
      loads: { [nurse.name]: 1, [librarian.name]: 1, [both.name]: 2 },
    })
    const conflicted = await makeChair()
    await makeConflict(health, conflicted)
    const seen = await loads(conflicted)
    expect(seen).toMatchObject({
      figures: null,
      loads: { [nurse.name]: 0, [librarian.name]: 1, [both.name]: 1 },
    })
    expect(seen.plans).toHaveLength(1)
    expect(Object.keys(seen)).not.toContain('worst')
  })

  test('says who is missing and what would help', async () => {
    const { chair, input } = await makePlansToRead()
    const answer = await computeAssignment(chair, { ...input, cap: 1 })
    expect(answer).toMatchObject(refusal('assignment.infeasible'))
    expect(answer.ok ? '' : answer.error.message).toMatch(
      /need 4 places, but the 3 reviewers left \(.*Nurse.*\) can give 3\. Smallest change: raise the cap of .+ by 1, or add one reviewer/,
    )
  })

  test('refuses the role, the stranger and the moment', async () => {
    const { chair, nurse, input } = await makePlansToRead()
    expect(await computeAssignment(nurse, input)).toMatchObject(refusal('access.denied'))
    expect(await computeAssignment(chair, { ...input, roundId: 'rnd_none' })).toMatchObject(
      refusal('thing.not-found'),
    )
    const early = await makeRound({ state: 'applications' })
    expect(await computeAssignment(chair, { ...input, roundId: early.id })).toMatchObject(
      refusal('round.wrong-state'),
    )
  })
})
