import { asc, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeBuildOut, makeEvidence } from '@/db/factories/build-out'
import { makeOfficer } from '@/db/factories/reviews'
import { evidence, evidenceChecks } from '@/db/schema/build-out'
import { passTo } from '@/db/testing/test-clock'
import { systemActor } from '@/lib/access/actor'
import { nextLook } from './backoff'
import { resumeLooks } from './due-evidence'
import { recordCheck } from './record-check'

afterAll(closeDatabase)

const actor = systemActor('check-evidence')
const refusal = (code: string) => ({ ok: false, error: { code } })
const found = (evidenceId: string, attempt = 1, outcome = 'met') => ({
  evidenceId,
  attempt,
  outcome,
  summary: 'The page answers.',
  seen: [{ what: 'Status', value: '200' }],
})
const pieceOf = async (id: string) =>
  (await database().select().from(evidence).where(eq(evidence.id, id)))[0]!

describe('keeping what was seen (R12.1)', () => {
  test('one look is kept once, however many workers took it, and never changed', async () => {
    const id = await makeEvidence(await makeBuildOut())
    const answers = await Promise.all(Array.from({ length: 5 }, () => recordCheck(actor, found(id))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(
      await database().select().from(evidenceChecks).where(eq(evidenceChecks.evidenceId, id)),
    ).toMatchObject([{ attempt: 1, outcome: 'met', seen: [{ what: 'Status', value: '200' }] }])
    expect(await pieceOf(id)).toMatchObject({ attempts: 1, nextCheckAt: null })
    await expect(database().update(evidenceChecks).set({ outcome: 'not-met' })).rejects.toThrow()
  })

  test('a look that could not decide is followed by others, later each time, and then no more', async () => {
    const id = await makeEvidence(await makeBuildOut())
    for (let attempt = 1; attempt <= 5; attempt++)
      expect(await recordCheck(actor, found(id, attempt, 'undecided'))).toMatchObject({
        value: { again: attempt < 5 },
      })
    const rows = await database()
      .select()
      .from(evidenceChecks)
      .where(eq(evidenceChecks.evidenceId, id))
      .orderBy(asc(evidenceChecks.attempt))
    expect(rows.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5])
    const waits = [1, 2, 3, 4].map((attempt) => nextLook('undecided', attempt, new Date(0))!.getTime())
    expect(waits).toEqual([...waits].sort((one, other) => one - other))
  })

  test('a look whose worker was killed is taken by another', async () => {
    const id = await makeEvidence(await makeBuildOut())
    expect(await resumeLooks()).toBe(0)
    await passTo(new Date((await pieceOf(id)).nextCheckAt!.getTime() + 61_000))
    expect(await resumeLooks()).toBeGreaterThan(0)
  })

  test('refuses the role', async () => {
    const id = await makeEvidence(await makeBuildOut())
    expect(await recordCheck(await makeOfficer(), found(id))).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: unknown evidence', async () => {
    expect(await recordCheck(actor, found('evd_none'))).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: another look than the next', async () => {
    const id = await makeEvidence(await makeBuildOut())
    expect(await recordCheck(actor, found(id, 2))).toMatchObject(refusal('evidence.checked-already'))
  })
})
