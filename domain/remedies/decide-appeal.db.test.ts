import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeBuildOut, makeRemedy } from '@/db/factories/build-out'
import { makeOfficer } from '@/db/factories/reviews'
import { appeals, buildOuts, commitments, remedies } from '@/db/schema/build-out'
import { mailOutbox } from '@/db/schema/system'
import { processNow } from '@/lib/clock'
import { appealRemedy } from './appeal-remedy'
import { decideAppeal } from './decide-appeal'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const grounds = 'The site answered all along; the address that was looked at is an old one.'
const reason = 'The earlier looks show that the site answered.'

/** A transfer lock by two officers that the owner appealed against. */
async function appealed() {
  const made = await makeBuildOut({ state: 'remedy', dueInDays: -90, rung: 'transfer-lock' })
  const [first, second] = [await makeOfficer(), await makeOfficer()]
  const by = { by: first.userId, approvedBy: second.userId }
  const remedyId = await makeRemedy(made, { rung: 'transfer-lock', ...by })
  await database()
    .update(buildOuts)
    .set({ transferLockedAt: processNow() })
    .where(eq(buildOuts.awardId, made.awardId))
  await appealRemedy(made.person, { remedyId, grounds })
  return { made, first, second, remedyId, input: { remedyId, outcome: 'upheld', reason } }
}

const commitmentOf = async (id: string) =>
  (await database().select().from(commitments).where(eq(commitments.id, id)))[0]!
const locked = async (awardId: string) =>
  (await database().select().from(buildOuts).where(eq(buildOuts.awardId, awardId)))[0]!.transferLockedAt

describe('deciding an appeal (R12.2)', () => {
  test('upheld: the step is undone and the ladder begins again; the step stays on record', async () => {
    const { made, remedyId, input } = await appealed()
    expect(await decideAppeal(await makeOfficer(), input)).toMatchObject({ ok: true })
    expect(await commitmentOf(made.commitmentId)).toMatchObject({ state: 'overdue', rung: null })
    expect(await locked(made.awardId)).toBeNull()
    expect(await database().select().from(remedies).where(eq(remedies.id, remedyId))).toHaveLength(1)
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, made.person.email))
    expect(letters.at(-1)).toMatchObject({
      template: 'appeal-decided',
      text: expect.stringContaining(reason),
    })
  })

  test('dismissed: the step stands', async () => {
    const { made, remedyId, input } = await appealed()
    expect(await decideAppeal(await makeOfficer(), { ...input, outcome: 'dismissed' })).toMatchObject({
      ok: true,
    })
    expect(await commitmentOf(made.commitmentId)).toMatchObject({ state: 'remedy', rung: 'transfer-lock' })
    expect(await locked(made.awardId)).not.toBeNull()
    const [appeal] = await database().select().from(appeals).where(eq(appeals.remedyId, remedyId))
    expect(appeal).toMatchObject({ outcome: 'dismissed', reason })
  })

  test('refuses the role, and both who took the step', async () => {
    const { made, first, second, input } = await appealed()
    expect(await decideAppeal(made.person, input)).toMatchObject(refusal('access.denied'))
    for (const officer of [first, second])
      expect(await decideAppeal(officer, input)).toMatchObject(refusal('appeal.own-step'))
  })

  test('refuses the stranger: a step nobody appealed against', async () => {
    const made = await makeBuildOut({ state: 'cure-notice', dueInDays: -9, rung: 'cure-notice' })
    const officer = await makeOfficer()
    const remedyId = await makeRemedy(made, { rung: 'cure-notice', by: officer.userId })
    for (const id of [remedyId, 'rem_none'])
      expect(
        await decideAppeal(await makeOfficer(), { remedyId: id, outcome: 'upheld', reason }),
      ).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: a second time', async () => {
    const { input } = await appealed()
    await decideAppeal(await makeOfficer(), input)
    expect(await decideAppeal(await makeOfficer(), input)).toMatchObject(refusal('appeal.decided'))
  })
})
