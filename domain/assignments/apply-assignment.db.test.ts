import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { compute, ids, makePlansToRead, readersOf, retireReviewers } from '@/db/factories/assignments'
import { makeAssignment, makeChair } from '@/db/factories/reviews'
import { assignmentRuns, conflictDeclarations } from '@/db/schema/reviews'
import { mailOutbox } from '@/db/schema/system'
import { processNow } from '@/lib/clock'
import { applyAssignment } from './apply-assignment'
import { computeAssignment } from './compute-assignment'
import { assignmentsOfRound } from './queries'

afterAll(closeDatabase)
beforeEach(retireReviewers)

const refusal = (code: string) => ({ ok: false, error: { code } })

describe('applying a computed assignment (R6.3)', () => {
  test('assigns all of it, once, and writes to each reviewer', async () => {
    const { chair, health, media, nurse, librarian, both, input } = await makePlansToRead()
    const { runId } = await compute(chair, input)
    expect(await applyAssignment(chair, { runId })).toMatchObject({ ok: true, value: { assigned: 4 } })
    expect(await readersOf(health.id)).toEqual(ids(nurse, both))
    expect(await readersOf(media.id)).toEqual(ids(librarian, both))
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, both.email))
    expect(letters.filter(({ template }) => template === 'review-assigned')).toHaveLength(2)
    expect(await applyAssignment(chair, { runId })).toMatchObject(refusal('assignment.applied'))
    expect(await computeAssignment(chair, input)).toMatchObject(refusal('assignment.nothing'))
  })

  test('refuses the moment: anything it was computed from has changed', async () => {
    const { chair, media, nurse, input } = await makePlansToRead()
    const { runId } = await compute(chair, input)
    await makeAssignment(media, { reviewer: nurse })
    expect(await applyAssignment(chair, { runId })).toMatchObject(refusal('assignment.outdated'))
    expect(await readersOf(media.id)).toEqual(ids(nurse))
  })

  test('refuses the role and the stranger', async () => {
    const { chair, nurse, input } = await makePlansToRead()
    const { runId } = await compute(chair, input)
    expect(await applyAssignment(nurse, { runId })).toMatchObject(refusal('access.denied'))
    expect(await applyAssignment(chair, { runId: 'arn_none' })).toMatchObject(refusal('thing.not-found'))
  })

  test('a chair with a conflict computes and sees it without that plan (R6.2)', async () => {
    const { chair, round, health, input } = await makePlansToRead()
    await compute(chair, input)
    const conflicted = await makeChair()
    await database().insert(conflictDeclarations).values({
      reviewerId: conflicted.userId,
      applicationId: health.id,
      state: 'declared',
      nature: 'A cousin.',
      declaredAt: processNow(),
    })
    const shown = JSON.stringify(await assignmentsOfRound(conflicted, { roundId: round.id }))
    expect(shown).not.toContain(health.reference)
    expect(await compute(conflicted, { ...input, seed: 'summer' })).toMatchObject({ roundId: round.id })
    const [run] = await database()
      .select()
      .from(assignmentRuns)
      .where(eq(assignmentRuns.computedBy, conflicted.userId))
    expect(run!.wanted.plans).toHaveLength(1)
  })
})
