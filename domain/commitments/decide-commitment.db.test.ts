import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeBuildOut, makeEvidence } from '@/db/factories/build-out'
import { makeOfficer } from '@/db/factories/reviews'
import { buildOuts, commitments } from '@/db/schema/build-out'
import { mailOutbox } from '@/db/schema/system'
import { processNow } from '@/lib/clock'
import { decideCommitment } from './decide-commitment'
import { waiveCommitment } from './waive-commitment'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const reason = 'Half of the pages that were promised are not there yet.'
const DAY = 86_400_000
const inDays = (days: number) => new Date(processNow().getTime() + days * DAY)

const commitmentOf = async (id: string) =>
  (await database().select().from(commitments).where(eq(commitments.id, id)))[0]!
const lastLetter = async (email: string) =>
  (await database().select().from(mailOutbox).where(eq(mailOutbox.to, email))).at(-1)!

describe('deciding on what was submitted (R12.1)', () => {
  test('kept in time is what was submitted before the due instant, however late it is verified', async () => {
    for (const [submittedAt, outcome] of [
      [inDays(-3), 'kept'],
      [inDays(-1), 'kept-late'],
    ] as const) {
      const made = await makeBuildOut({ dueInDays: -2 })
      await makeEvidence(made, { submittedAt })
      const input = { commitmentId: made.commitmentId, decision: 'verify', reason: '' }
      expect(await decideCommitment(await makeOfficer(), input)).toMatchObject({ ok: true })
      expect(await commitmentOf(made.commitmentId)).toMatchObject({ state: 'verified', outcome })
      expect((await lastLetter(made.person.email)).subject).toContain('Verified')
    }
  })

  test('returned with the reason, which the registrant reads', async () => {
    const made = await makeBuildOut()
    await makeEvidence(made)
    const input = { commitmentId: made.commitmentId, decision: 'return', reason }
    expect(await decideCommitment(await makeOfficer(), { ...input, reason: '' })).toMatchObject({
      error: { fields: { reason: expect.stringContaining('what is missing') } },
    })
    expect(await decideCommitment(await makeOfficer(), input)).toMatchObject({ ok: true })
    expect(await commitmentOf(made.commitmentId)).toMatchObject({ state: 'returned', outcome: null })
    expect((await lastLetter(made.person.email)).text).toContain(reason)
  })

  test('the last one verified or waived closes all of them', async () => {
    const made = await makeBuildOut()
    const officer = await makeOfficer()
    for (const commitmentId of made.commitmentIds.slice(1))
      expect(await waiveCommitment(officer, { commitmentId, reason })).toMatchObject({ ok: true })
    await makeEvidence(made)
    await decideCommitment(officer, { commitmentId: made.commitmentId, decision: 'verify', reason: '' })
    const rows = await database().select().from(commitments).where(eq(commitments.awardId, made.awardId))
    expect(rows.map(({ state, outcome }) => [state, outcome]).sort()).toEqual([
      ['closed', 'kept'],
      ['closed', 'waived'],
      ['closed', 'waived'],
    ])
    const [buildOut] = await database().select().from(buildOuts).where(eq(buildOuts.awardId, made.awardId))
    expect(buildOut).toMatchObject({ ending: 'completed' })
  })

  test('refuses the role, the stranger and the moment', async () => {
    const made = await makeBuildOut()
    const input = { commitmentId: made.commitmentId, decision: 'verify', reason: '' }
    expect(await decideCommitment(made.person, input)).toMatchObject(refusal('access.denied'))
    const officer = await makeOfficer()
    expect(await decideCommitment(officer, { ...input, commitmentId: 'com_none' })).toMatchObject(
      refusal('thing.not-found'),
    )
    expect(await decideCommitment(officer, input), 'nothing was submitted').toMatchObject(
      refusal('commitment.wrong-state'),
    )
  })
})
