import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeBuildOut, makeRemedy } from '@/db/factories/build-out'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeOfficer } from '@/db/factories/reviews'
import { appeals } from '@/db/schema/build-out'
import { extendCommitment } from '@/domain/commitments/extend-commitment'
import { appealRemedy } from './appeal-remedy'
import { imposeRemedy } from './impose-remedy'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const grounds = 'The site answered all along; the address that was looked at is an old one.'
const reason = 'The registry was late with the name itself.'

async function noticed(appealInDays = 10) {
  const wanted = { state: 'cure-notice', dueInDays: -40, rung: 'cure-notice', cureInDays: -1 } as const
  const made = await makeBuildOut(wanted)
  const by = (await makeOfficer()).userId
  const remedyId = await makeRemedy(made, { rung: 'cure-notice', by, appealInDays })
  return { made, remedyId, input: { remedyId, grounds } }
}

describe('appealing (R12.2)', () => {
  test('once; until it is decided no further rung is taken', async () => {
    const { made, remedyId, input } = await noticed()
    const answers = await Promise.all(Array.from({ length: 4 }, () => appealRemedy(made.person, input)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await appealRemedy(made.person, input)).toMatchObject(refusal('appeal.made'))
    const [appeal] = await database().select().from(appeals).where(eq(appeals.remedyId, remedyId))
    expect(appeal).toMatchObject({ grounds, outcome: null })
    const further = {
      commitmentId: made.commitmentId,
      rung: 'added-conditions',
      reason,
      conditions: 'Report each month.',
    }
    expect(await imposeRemedy(await makeOfficer(), further)).toMatchObject(refusal('remedy.appeal-open'))
  })

  test('refuses the role: an editor, an officer', async () => {
    const { made, input } = await noticed()
    const member = { organisationId: made.organisation.id, roles: ['editor'] as const }
    for (const actor of [await makePerson({ member }), await makeOfficer()])
      expect(await appealRemedy(actor, input)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger', async () => {
    const { input } = await noticed()
    const { person } = await makeApplicant()
    expect(await appealRemedy(person, input)).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: after the period, and when the step does not stand any more', async () => {
    const late = await noticed(-1)
    expect(await appealRemedy(late.made.person, late.input)).toMatchObject(refusal('appeal.closed'))
    const { made, input } = await noticed()
    const { commitmentId } = made
    await extendCommitment(await makeOfficer(), { commitmentId, dueOn: '2040-01-01', reason })
    expect(await appealRemedy(made.person, input)).toMatchObject(refusal('appeal.not-standing'))
  })
})
