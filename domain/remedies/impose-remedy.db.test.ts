import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeBuildOut, makeRemedy } from '@/db/factories/build-out'
import { makeOfficer } from '@/db/factories/reviews'
import { commitments, remedies } from '@/db/schema/build-out'
import { mailOutbox } from '@/db/schema/system'
import { addBusinessDays } from '@/lib/time/business-days'
import { imposeRemedy } from './impose-remedy'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const reason = 'The site has not answered since the promised date.'
const DAY = 86_400_000
const notice = (commitmentId: string) => ({ commitmentId, rung: 'cure-notice', reason, conditions: '' })
const conditions = (commitmentId: string) => ({
  commitmentId,
  rung: 'added-conditions',
  reason,
  conditions: 'Report the state of the site on the first of each month.',
})
const overdue = () => makeBuildOut({ state: 'overdue', dueInDays: -9 })
/** The notice has run, and so has the time to appeal against it. */
async function notCured(appealInDays = -1, cureInDays = -1) {
  const wanted = { state: 'cure-notice', dueInDays: -50, rung: 'cure-notice', cureInDays } as const
  const made = await makeBuildOut(wanted)
  await makeRemedy(made, { rung: 'cure-notice', by: (await makeOfficer()).userId, appealInDays })
  return made
}
const commitmentOf = async (id: string) =>
  (await database().select().from(commitments).where(eq(commitments.id, id)))[0]!

describe('the rungs that one officer takes (R12.2)', () => {
  test('a cure notice runs 30 days and can be appealed against for 10 business days; the registrant is told', async () => {
    const { commitmentId, person } = await overdue()
    expect(await imposeRemedy(await makeOfficer(), notice(commitmentId))).toMatchObject({ ok: true })
    const [remedy] = await database().select().from(remedies).where(eq(remedies.commitmentId, commitmentId))
    const commitment = await commitmentOf(commitmentId)
    expect(commitment).toMatchObject({ state: 'cure-notice', rung: 'cure-notice' })
    expect(commitment.cureEndsAt!.getTime() - remedy!.imposedAt.getTime()).toBe(30 * DAY)
    expect(remedy!.appealBy).toEqual(addBusinessDays(remedy!.imposedAt, 10, 'America/New_York'))
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, person.email))
    expect(letters.at(-1)).toMatchObject({ template: 'remedy', text: expect.stringContaining(reason) })
    await expect(database().delete(remedies)).rejects.toThrow()
  })

  test('conditions are added when the notice has run', async () => {
    const { commitmentId } = await notCured()
    const officer = await makeOfficer()
    expect(await imposeRemedy(officer, { ...conditions(commitmentId), conditions: '' })).toMatchObject({
      error: { fields: { conditions: expect.any(String) } },
    })
    expect(await imposeRemedy(officer, conditions(commitmentId))).toMatchObject({ ok: true })
    expect(await commitmentOf(commitmentId)).toMatchObject({ state: 'remedy', rung: 'added-conditions' })
  })

  test('refuses the role', async () => {
    const { commitmentId, person } = await overdue()
    expect(await imposeRemedy(person, notice(commitmentId))).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: an unknown commitment', async () => {
    expect(await imposeRemedy(await makeOfficer(), notice('com_none'))).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: not overdue, a rung left out, the notice or the appeal period still running', async () => {
    const officer = await makeOfficer()
    const planned = await makeBuildOut()
    expect(await imposeRemedy(officer, notice(planned.commitmentId))).toMatchObject(
      refusal('commitment.wrong-state'),
    )
    const skipped = await overdue()
    expect(await imposeRemedy(officer, conditions(skipped.commitmentId))).toMatchObject(
      refusal('commitment.wrong-state'),
    )
    for (const running of [await notCured(-1, 5), await notCured(5, -1)])
      expect(await imposeRemedy(officer, conditions(running.commitmentId))).toMatchObject(
        refusal('remedy.too-early'),
      )
  })

  test('goes no further than the commitment leads', async () => {
    const { commitmentId } = await notCured()
    await database()
      .update(commitments)
      .set({ remedy: 'cure-notice' })
      .where(eq(commitments.id, commitmentId))
    expect(await imposeRemedy(await makeOfficer(), conditions(commitmentId))).toMatchObject(
      refusal('remedy.beyond'),
    )
  })
})
