import { asc, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAward } from '@/db/factories/awards'
import { makeBuildOut } from '@/db/factories/build-out'
import { makeOfficer } from '@/db/factories/reviews'
import { buildOuts, commitmentRevisions, commitments } from '@/db/schema/build-out'
import { rounds } from '@/db/schema/rounds'
import { mailOutbox } from '@/db/schema/system'
import { systemActor } from '@/lib/access/actor'
import { addBusinessDays } from '@/lib/time/business-days'
import { endOfDay } from '@/lib/time/end-of-day'
import { compileCommitments } from './compile-commitments'
import { awardsToCompile } from './due-commitments'

afterAll(closeDatabase)

const actor = systemActor('schedule')
const refusal = (code: string) => ({ ok: false, error: { code } })

describe('turning a plan into commitments (R12.1)', () => {
  test('pins each dated milestone to the version, by its date and to the end of its day in the round’s zone', async () => {
    const award = await makeAward({ state: 'accepted' })
    expect(await awardsToCompile(database())).toContain(award.awardId)
    expect(await compileCommitments(actor, { awardId: award.awardId })).toEqual({
      ok: true,
      value: { commitments: 3 },
    })
    const rows = await database()
      .select()
      .from(commitments)
      .where(eq(commitments.awardId, award.awardId))
      .orderBy(asc(commitments.number))
    expect(rows.map(({ number, milestone, state }) => [number, milestone, state])).toEqual([
      [1, `Site answers on ${award.label}.org`, 'planned'],
      [2, 'River data in four languages', 'planned'],
      [3, '200 monitoring groups aboard', 'planned'],
    ])
    const [buildOut] = await database().select().from(buildOuts).where(eq(buildOuts.awardId, award.awardId))
    const [round] = await database().select().from(rounds).where(eq(rounds.id, award.roundId))
    expect(buildOut).toMatchObject({ terms: 'proposed', version: 1, zone: round!.zone })
    expect(buildOut!.agreeBy).toEqual(addBusinessDays(buildOut!.compiledAt, 10, round!.zone))
    for (const { dueAt, dueOn } of rows) expect(dueAt).toEqual(endOfDay(dueOn, round!.zone))
    const [first] = await database()
      .select()
      .from(commitmentRevisions)
      .where(eq(commitmentRevisions.commitmentId, rows[0]!.id))
    expect(first).toMatchObject({ number: 1, origin: 'plan', by: null, milestone: rows[0]!.milestone })
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, award.person.email))
    expect(letters.filter(({ template }) => template === 'build-out-compiled')).toHaveLength(1)
    await expect(database().delete(commitmentRevisions)).rejects.toThrow()
  })

  test('once, however many workers there are', async () => {
    const { awardId } = await makeAward({ state: 'paid' })
    const answers = await Promise.all(Array.from({ length: 5 }, () => compileCommitments(actor, { awardId })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject(refusal('build-out.exists'))
    expect(await awardsToCompile(database())).not.toContain(awardId)
  })

  test('refuses the role', async () => {
    const { awardId } = await makeAward({ state: 'accepted' })
    expect(await compileCommitments(await makeOfficer(), { awardId })).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: an unknown award', async () => {
    expect(await compileCommitments(actor, { awardId: 'awd_none' })).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: before it is accepted, and a second time', async () => {
    const { awardId } = await makeAward({ state: 'offered' })
    expect(await compileCommitments(actor, { awardId })).toMatchObject(refusal('award.wrong-state'))
    expect(await awardsToCompile(database())).not.toContain(awardId)
    const made = await makeBuildOut()
    expect(await compileCommitments(actor, made)).toMatchObject({ ok: false })
    expect(await compileCommitments(actor, { awardId: made.awardId })).toMatchObject(
      refusal('build-out.exists'),
    )
  })
})
