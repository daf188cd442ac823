import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeBuildOut, makeRemedy } from '@/db/factories/build-out'
import { makeOfficer } from '@/db/factories/reviews'
import { buildOuts, commitments, remedies } from '@/db/schema/build-out'
import { waiveCommitment } from '@/domain/commitments/waive-commitment'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { imposeGraveRemedy } from './impose-grave-remedy'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const reason = 'The conditions that were added were not met either.'
const lock = (commitmentId: string) => ({ commitmentId, rung: 'transfer-lock', reason })

/** Conditions were added, and the time to appeal against them is over. */
async function conditioned() {
  const made = await makeBuildOut({ state: 'remedy', dueInDays: -90, rung: 'added-conditions' })
  const by = (await makeOfficer()).userId
  await makeRemedy(made, { rung: 'added-conditions', by, appealInDays: -1 })
  return made
}
const buildOutOf = async (awardId: string) =>
  (await database().select().from(buildOuts).where(eq(buildOuts.awardId, awardId)))[0]!

describe('the rungs that two officers take (R12.2, R16.3)', () => {
  test('lock the name against transfer, until the commitment is done', async () => {
    const { commitmentId, awardId } = await conditioned()
    const asked = await imposeGraveRemedy(await makeOfficer(), lock(commitmentId))
    expect((await buildOutOf(awardId)).transferLockedAt, 'nothing yet').toBeNull()
    expect(await approve(asked, await makeOfficer())).toMatchObject({ ok: true })
    expect((await buildOutOf(awardId)).transferLockedAt).toBeInstanceOf(Date)
    await waiveCommitment(await makeOfficer(), { commitmentId, reason })
    expect((await buildOutOf(awardId)).transferLockedAt).toBeNull()
  })

  test('the database refuses a grave rung by one person', async () => {
    const { commitmentId } = await conditioned()
    const officer = await makeOfficer()
    const alone = { imposedBy: officer.userId, approvedBy: officer.userId }
    const at = processNow()
    const row = { commitmentId, rung: 'revocation' as const, reason, imposedAt: at, appealBy: at, ...alone }
    const inserting = database()
      .insert(remedies)
      .values({ id: newId('rem'), ...row })
    await expect(inserting).rejects.toMatchObject({ cause: { constraint_name: 'remedies_two_people' } })
  })

  test('refuses the role, and the requester as the second', async () => {
    const { commitmentId, person } = await conditioned()
    expect(await imposeGraveRemedy(person, lock(commitmentId))).toMatchObject(refusal('access.denied'))
    const officer = await makeOfficer()
    expect(await approve(await imposeGraveRemedy(officer, lock(commitmentId)), officer)).toMatchObject(
      refusal('approval.own'),
    )
  })

  test('refuses the stranger: an unknown commitment', async () => {
    expect(await imposeGraveRemedy(await makeOfficer(), lock('com_none'))).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: a rung left out; and a request whose commitment moved on', async () => {
    const { commitmentId } = await conditioned()
    const officer = await makeOfficer()
    expect(await imposeGraveRemedy(officer, { ...lock(commitmentId), rung: 'revocation' })).toMatchObject(
      refusal('remedy.wrong-rung'),
    )
    const asked = await imposeGraveRemedy(officer, lock(commitmentId))
    await database().update(commitments).set({ state: 'submitted' }).where(eq(commitments.id, commitmentId))
    expect(await approve(asked, await makeOfficer())).toMatchObject(refusal('approval.changed'))
  })
})
