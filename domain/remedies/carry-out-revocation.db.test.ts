import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { awardOf, makeBuildOut, makeEvidence, makeRemedy } from '@/db/factories/build-out'
import { makeOfficer } from '@/db/factories/reviews'
import { buildOuts, commitments } from '@/db/schema/build-out'
import { labelMoves, labels } from '@/db/schema/labels'
import { mailOutbox } from '@/db/schema/system'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { appealRemedy } from './appeal-remedy'
import { carryOutRevocation } from './carry-out-revocation'
import { decideAppeal } from './decide-appeal'
import { dueRevocations } from './due-revocations'

afterAll(closeDatabase)

const actor = systemActor('advance-commitments')
const refusal = (code: string) => ({ ok: false, error: { code } })

/** A revocation that two officers decided; its appeal period ends so many days from now. */
async function revoking(appealInDays = -1) {
  const made = await makeBuildOut({ state: 'remedy', dueInDays: -120, rung: 'revocation' })
  const [first, second] = [await makeOfficer(), await makeOfficer()]
  const by = { by: first.userId, approvedBy: second.userId }
  const remedyId = await makeRemedy(made, { rung: 'revocation', ...by, appealInDays })
  return { made, remedyId, input: { remedyId } }
}
const due = () => dueRevocations(database(), processNow())

describe('a revocation that takes effect (R12.2, R1.4)', () => {
  test('once the appeal period is over: the label is back in the pool, with its provenance', async () => {
    const { made, remedyId, input } = await revoking()
    expect(await due()).toContain(remedyId)
    expect(await carryOutRevocation(actor, input)).toMatchObject({ ok: true })
    expect(await awardOf(made)).toMatchObject({
      state: 'revoked',
      endReason: 'The promises of the plan were not kept (R12.2)',
    })
    const [label] = await database().select().from(labels).where(eq(labels.label, made.label))
    expect(label!.state).toBe('reserved')
    const [move] = await database()
      .select()
      .from(labelMoves)
      .where(and(eq(labelMoves.label, made.label), eq(labelMoves.to, 'reserved')))
    expect(move).toMatchObject({ from: 'allocated', note: expect.stringContaining('R12.2') })
    const rows = await database().select().from(commitments).where(eq(commitments.awardId, made.awardId))
    expect(rows.map(({ state, outcome }) => [state, outcome])).toEqual(Array(3).fill(['closed', 'not-kept']))
    const [buildOut] = await database().select().from(buildOuts).where(eq(buildOuts.awardId, made.awardId))
    expect(buildOut).toMatchObject({ ending: 'revoked' })
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, made.person.email))
    expect(letters.map(({ template }) => template)).toContain('award-revoked')
    expect(await due()).not.toContain(remedyId)
  })

  test('once, however many workers there are', async () => {
    const { input } = await revoking()
    const answers = await Promise.all(Array.from({ length: 5 }, () => carryOutRevocation(actor, input)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('refuses the role', async () => {
    const { input } = await revoking()
    expect(await carryOutRevocation(await makeOfficer(), input)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: an unknown step', async () => {
    expect(await carryOutRevocation(actor, { remedyId: 'rem_none' })).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: while an appeal can be made or waits, is upheld, or evidence waits', async () => {
    const early = await revoking(5)
    const waiting = await revoking(5)
    const grounds = 'The site answers; see the address that we sent in May.'
    expect(await appealRemedy(waiting.made.person, { remedyId: waiting.remedyId, grounds })).toMatchObject({
      ok: true,
    })
    const upheld = await revoking(5)
    await appealRemedy(upheld.made.person, { remedyId: upheld.remedyId, grounds })
    await decideAppeal(await makeOfficer(), { remedyId: upheld.remedyId, outcome: 'upheld', reason: grounds })
    const submitted = await revoking()
    await makeEvidence(submitted.made)
    for (const { remedyId, input } of [early, waiting, upheld, submitted]) {
      expect(await due()).not.toContain(remedyId)
      expect(await carryOutRevocation(actor, input)).toMatchObject(refusal('remedy.not-due'))
    }
  })
})
