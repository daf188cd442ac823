import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeBuildOut } from '@/db/factories/build-out'
import { makeApplicant } from '@/db/factories/people'
import { makeOfficer } from '@/db/factories/reviews'
import { commitmentMoves, commitments } from '@/db/schema/build-out'
import { waiveCommitment } from './waive-commitment'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const reason = 'Half of the pages that were promised are not there yet.'

const commitmentOf = async (id: string) =>
  (await database().select().from(commitments).where(eq(commitments.id, id)))[0]!

describe('waiving', () => {
  test('is counted apart from what was kept, with its reason on record', async () => {
    const { commitmentId } = await makeBuildOut({ state: 'cure-notice', dueInDays: -9 })
    expect(await waiveCommitment(await makeOfficer(), { commitmentId, reason })).toMatchObject({ ok: true })
    expect(await commitmentOf(commitmentId)).toMatchObject({ state: 'waived', outcome: 'waived' })
    const [move] = await database()
      .select()
      .from(commitmentMoves)
      .where(and(eq(commitmentMoves.commitmentId, commitmentId), eq(commitmentMoves.move, 'waive')))
    expect(move).toMatchObject({ reason, by: expect.any(String) })
  })

  test('refuses the role, the stranger and the moment', async () => {
    const made = await makeBuildOut({ terms: 'proposed' })
    const input = { commitmentId: made.commitmentId, reason }
    const { person } = await makeApplicant()
    for (const actor of [made.person, person])
      expect(await waiveCommitment(actor, input)).toMatchObject(refusal('access.denied'))
    const officer = await makeOfficer()
    expect(await waiveCommitment(officer, { ...input, commitmentId: 'com_none' })).toMatchObject(
      refusal('thing.not-found'),
    )
    expect(await waiveCommitment(officer, input)).toMatchObject(refusal('build-out.not-settled'))
  })
})
