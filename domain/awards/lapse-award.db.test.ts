import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAward } from '@/db/factories/awards'
import { makeOfficer } from '@/db/factories/reviews'
import { makeDeposit } from '@/db/factories/settlement'
import { awardMoves, awards } from '@/db/schema/awards'
import { mailOutbox } from '@/db/schema/system'
import { systemActor } from '@/lib/access/actor'
import { dueAwards } from './due-awards'
import { lapseAward } from './lapse-award'

afterAll(closeDatabase)

const clock = systemActor('advance-awards')
const awardOf = async (id: string) => (await database().select().from(awards).where(eq(awards.id, id)))[0]!

describe('award.lapse', () => {
  test('R10.3 a winner who did not accept is in default, the next in order has declined', async () => {
    const winner = await makeAward({ acceptInDays: -1 })
    const next = await makeAward({ acceptInDays: -1, rank: 1 })
    const without = await makeAward({ acceptInDays: -1 })
    await makeDeposit({ roundId: winner.roundId, organisationId: winner.organisation.id }, 500_000n)
    expect(await dueAwards(database())).toEqual(expect.arrayContaining([winner.awardId, next.awardId]))
    for (const { awardId } of [winner, next, without])
      expect(await lapseAward(clock, { awardId })).toMatchObject({ ok: true })
    expect(await awardOf(winner.awardId)).toMatchObject({
      state: 'defaulted',
      endReason: 'The winner did not accept in time (R10.3)',
    })
    expect(await awardOf(next.awardId)).toMatchObject({
      state: 'declined',
      endReason: 'The next in order did not answer in time',
    })
    const lettersTo = async ({ person }: typeof winner) => {
      const rows = await database().select().from(mailOutbox).where(eq(mailOutbox.to, person.email))
      return rows.map(({ text }) => text).join()
    }
    expect(await lettersTo(winner)).toContain(
      'has ended. You did not accept it in time (R10.3).\n\nFrom your deposit US$1,250.00 is kept: the smaller of 10 % of the price and the deposit (R10.3).',
    )
    expect(await lettersTo(without)).toContain('There was no deposit of which anything could be kept.')
    expect(await lettersTo(next)).toContain('has ended. You did not answer in time.\n\nIt costs you nothing')
    expect(await dueAwards(database())).toEqual([])
  })

  test('R10.3 who accepted and did not pay is in default, whoever it is', async () => {
    for (const rank of [0, 2]) {
      const { awardId } = await makeAward({ state: 'accepted', payInDays: -1, rank })
      expect(await lapseAward(clock, { awardId })).toMatchObject({ ok: true })
      expect((await awardOf(awardId)).state).toBe('defaulted')
    }
  })

  test('several workers at once end it once', async () => {
    const { awardId, person } = await makeAward({ acceptInDays: -1 })
    const answers = await Promise.all(Array.from({ length: 5 }, () => lapseAward(clock, { awardId })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await database().select().from(awardMoves).where(eq(awardMoves.awardId, awardId))).toHaveLength(1)
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, person.email))
    expect(letters).toHaveLength(1)
  })

  test('refuses the role: an officer does not end an award by hand', async () => {
    const { awardId } = await makeAward({ acceptInDays: -1 })
    expect(await lapseAward(await makeOfficer(), { awardId })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })

  test('refuses the stranger: an award that is not there', async () => {
    expect(await lapseAward(clock, { awardId: 'awd_none' })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment: before the deadline, and once it is paid', async () => {
    const offered = await makeAward()
    const paid = await makeAward({ state: 'paid', acceptInDays: -9, payInDays: -1 })
    for (const { awardId } of [offered, paid])
      expect(await lapseAward(clock, { awardId })).toMatchObject({ error: { code: 'award.not-due' } })
    expect(await dueAwards(database())).not.toContain(paid.awardId)
  })
})
