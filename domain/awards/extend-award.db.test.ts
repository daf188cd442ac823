import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeAward } from '@/db/factories/awards'
import { makePerson } from '@/db/factories/people'
import { makeOfficer } from '@/db/factories/reviews'
import { awardExtensions, awards } from '@/db/schema/awards'
import { addBusinessDays } from '@/lib/time/business-days'
import { extendAward } from './extend-award'

afterAll(closeDatabase)

const reason = 'The bank of the applicant was closed for the week.'
const awardOf = async (id: string) => (await database().select().from(awards).where(eq(awards.id, id)))[0]!
const zone = 'America/New_York'

describe('award.extend', () => {
  test('R10.1 more time to accept is as much more time to pay, each recorded with its reason', async () => {
    const { awardId } = await makeAward()
    const before = await awardOf(awardId)
    const asked = await extendAward(await makeOfficer(), { awardId, days: 3, reason })
    expect(await approve(asked, await makeOfficer())).toMatchObject({ ok: true })
    const after = await awardOf(awardId)
    expect(after.acceptBy).toEqual(addBusinessDays(before.acceptBy, 3, zone))
    expect(after.payBy).toEqual(addBusinessDays(before.payBy, 3, zone))
    const rows = await database().select().from(awardExtensions).where(eq(awardExtensions.awardId, awardId))
    expect(rows.map(({ deadline, before: was, after: is, reason: why }) => [deadline, was, is, why])).toEqual(
      expect.arrayContaining([
        ['accept', before.acceptBy, after.acceptBy, reason],
        ['pay', before.payBy, after.payBy, reason],
      ]),
    )
    await expect(database().delete(awardExtensions)).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  test('once it is accepted, only the time to pay', async () => {
    const { awardId } = await makeAward({ state: 'accepted' })
    const before = await awardOf(awardId)
    await approve(await extendAward(await makeOfficer(), { awardId, days: 1, reason }), await makeOfficer())
    const after = await awardOf(awardId)
    expect([after.acceptBy, after.payBy]).toEqual([before.acceptBy, addBusinessDays(before.payBy, 1, zone)])
  })

  test('refuses the role: a finance officer, and one officer alone', async () => {
    const { awardId } = await makeAward()
    const finance = await makePerson({ roles: ['finance-officer'] })
    expect(await extendAward(finance, { awardId, days: 3, reason })).toMatchObject({
      error: { code: 'access.denied' },
    })
    const officer = await makeOfficer()
    expect(await approve(await extendAward(officer, { awardId, days: 3, reason }), officer)).toMatchObject({
      error: { code: 'approval.own' },
    })
  })

  test('refuses the stranger: an award that is not there', async () => {
    expect(await extendAward(await makeOfficer(), { awardId: 'awd_none', days: 3, reason })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment: once a deadline has passed, and when nothing is due', async () => {
    const late = await makeAward({ acceptInDays: -1 })
    expect(await extendAward(await makeOfficer(), { awardId: late.awardId, days: 3, reason })).toMatchObject({
      error: { code: 'award.too-late' },
    })
    const paid = await makeAward({ state: 'paid' })
    expect(await extendAward(await makeOfficer(), { awardId: paid.awardId, days: 3, reason })).toMatchObject({
      error: { code: 'award.wrong-state' },
    })
  })
})
