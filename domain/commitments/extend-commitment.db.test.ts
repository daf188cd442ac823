import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeBuildOut } from '@/db/factories/build-out'
import { makeOfficer } from '@/db/factories/reviews'
import { commitmentRevisions, commitments } from '@/db/schema/build-out'
import { processNow } from '@/lib/clock'
import { extendCommitment } from './extend-commitment'
import { waiveCommitment } from './waive-commitment'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const reason = 'Half of the pages that were promised are not there yet.'
const DAY = 86_400_000
const inDays = (days: number) => new Date(processNow().getTime() + days * DAY)
const dayOf = (at: Date) => at.toISOString().slice(0, 10)

const commitmentOf = async (id: string) =>
  (await database().select().from(commitments).where(eq(commitments.id, id)))[0]!

describe('extending', () => {
  test('after the date too: the old one stays on record and a cure notice lapses', async () => {
    const wanted = { state: 'cure-notice', dueInDays: -9, rung: 'cure-notice', cureInDays: 21 } as const
    const made = await makeBuildOut(wanted)
    const dueOn = dayOf(inDays(60))
    const input = { commitmentId: made.commitmentId, dueOn, reason }
    expect(await extendCommitment(await makeOfficer(), input)).toMatchObject({ ok: true })
    expect(await commitmentOf(made.commitmentId)).toMatchObject({
      state: 'extended',
      dueOn,
      rung: null,
      cureEndsAt: null,
    })
    const revisions = await database()
      .select()
      .from(commitmentRevisions)
      .where(eq(commitmentRevisions.commitmentId, made.commitmentId))
    expect(revisions.map(({ origin, dueAt }) => [origin, dueAt < processNow()])).toEqual([
      ['plan', true],
      ['extension', false],
    ])
  })

  test('refuses the role and the stranger', async () => {
    const made = await makeBuildOut()
    const input = { commitmentId: made.commitmentId, dueOn: '2040-01-01', reason }
    expect(await extendCommitment(made.person, input)).toMatchObject(refusal('access.denied'))
    expect(await extendCommitment(await makeOfficer(), { ...input, commitmentId: 'com_none' })).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: no earlier day, none that is over, and nothing that is verified', async () => {
    const officer = await makeOfficer()
    const ahead = await makeBuildOut({ dueInDays: 50 })
    const over = await makeBuildOut({ dueInDays: -50, state: 'overdue' })
    for (const [{ commitmentId }, days] of [
      [ahead, 40],
      [over, -40],
    ] as const)
      expect(
        await extendCommitment(officer, { commitmentId, dueOn: dayOf(inDays(days)), reason }),
      ).toMatchObject(refusal('commitment.not-later'))
    const waived = await makeBuildOut()
    await waiveCommitment(officer, { commitmentId: waived.commitmentId, reason })
    const input = { commitmentId: waived.commitmentId, dueOn: '2040-01-01', reason }
    expect(await extendCommitment(officer, input)).toMatchObject(refusal('commitment.wrong-state'))
  })
})
