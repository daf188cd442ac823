import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAward } from '@/db/factories/awards'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { awards } from '@/db/schema/awards'
import { passTo } from '@/db/testing/test-clock'
import { declineAward } from './decline-award'

afterAll(closeDatabase)

const awardOf = async (id: string) => (await database().select().from(awards).where(eq(awards.id, id)))[0]!
const yes = (awardId: string) => ({ awardId, confirmed: true })

describe('award.decline', () => {
  test('R10.3 for the winner it is a default', async () => {
    const { awardId, person } = await makeAward()
    expect(await declineAward(person, yes(awardId))).toMatchObject({ ok: true })
    expect(await awardOf(awardId)).toMatchObject({
      state: 'defaulted',
      endReason: 'The winner declined, which is a default (R10.3)',
    })
  })

  test('R10.3 the next in order may say no', async () => {
    const { awardId, person } = await makeAward({ rank: 1 })
    expect(await declineAward(person, yes(awardId))).toMatchObject({ ok: true })
    expect(await awardOf(awardId)).toMatchObject({ state: 'declined', endedAt: expect.any(Date) })
  })

  test('refuses the role: a bidder who is no owner', async () => {
    const { awardId, organisation } = await makeAward()
    const bidder = await makePerson({ member: { organisationId: organisation.id, roles: ['bidder'] } })
    expect(await declineAward(bidder, yes(awardId))).toMatchObject({ error: { code: 'access.denied' } })
  })

  test('R16.4 asks for a code of the last minutes', async () => {
    const { awardId, person } = await makeAward()
    expect(await declineAward({ ...person, freshFactor: false }, yes(awardId))).toMatchObject({
      error: { code: 'access.confirm-again', status: 403 },
    })
    expect((await awardOf(awardId)).state).toBe('offered')
  })

  test('refuses the stranger', async () => {
    const { awardId } = await makeAward()
    const { person } = await makeApplicant()
    expect(await declineAward(person, yes(awardId))).toMatchObject({ error: { code: 'thing.not-found' } })
  })

  test('refuses the moment: unconfirmed, once accepted, and from the deadline on', async () => {
    const accepted = await makeAward({ state: 'accepted' })
    expect(await declineAward(accepted.person, yes(accepted.awardId))).toMatchObject({
      error: { code: 'award.wrong-state' },
    })
    const { awardId, person } = await makeAward()
    expect(await declineAward(person, { awardId, confirmed: false })).toMatchObject({
      error: { code: 'award.not-confirmed' },
    })
    await passTo((await awardOf(awardId)).acceptBy)
    expect(await declineAward(person, yes(awardId))).toMatchObject({ error: { code: 'award.too-late' } })
  })
})
