import { and, eq, like } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeRegistrar } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { makePromotion, makeScoredMonth, type Portfolio } from '@/db/factories/qpi'
import { notificationPreferences } from '@/db/schema/notifications'
import { qpiPromotionOpenings } from '@/db/schema/qpi'
import { mailOutbox } from '@/db/schema/system'
import { passTo } from '@/db/testing/test-clock'
import { systemActor } from '@/lib/access/actor'
import { duePromotions } from './due-promotions'
import { openPromotion } from './open-promotion'
import { promotionForOfficers } from './queries'

afterAll(closeDatabase)

const system = systemActor('open-promotions')
const OPENS = new Date('2999-01-01T00:00:00Z')
const refusal = (code: string) => ({ ok: false, error: { code } })
let month = 0

const strong: Omit<Portfolio, 'ianaId'> = {
  ...{ domains: 10_000, renewed: 0.9, used: 0.9, secured: 0.9, signed: 0.4 },
  terms: [10, 10, 10],
}

/** A promotion of a month in which two registrars were scored, one of them at the baseline. */
async function published() {
  month += 1
  const period = `2021-${String(month).padStart(2, '0')}`
  const officer = await makePerson({ roles: ['programme-officer'] })
  const [good, bad] = [await makeRegistrar(), await makeRegistrar()]
  const { runId } = await makeScoredMonth(officer, period, [
    { ...strong, ianaId: good.ianaId },
    { ...strong, ianaId: bad.ianaId, renewed: 0.5, used: 0.3, secured: 0.3 },
  ])
  const winner = await makePerson({ registrar: good.ianaId })
  const other = await makePerson({ registrar: bad.ianaId })
  return { officer, winner, other, runId, promotionId: await makePromotion(officer, period) }
}

/** What the job does. */
async function openDue(): Promise<void> {
  for (const promotionId of await duePromotions(database(), OPENS))
    await openPromotion(system, { promotionId })
}

const lettersTo = ({ email }: { email: string }, effect: string) =>
  database()
    .select()
    .from(mailOutbox)
    .where(and(eq(mailOutbox.to, email), like(mailOutbox.effect, `${effect}%`)))

describe('promotion.open (R15.4)', () => {
  test('on its day: what decides is written down, and everyone learns once where they stand', async () => {
    const { officer, winner, other, runId, promotionId } = await published()
    await database()
      .insert(notificationPreferences)
      .values({ userId: other.userId, kind: 'quality', delivery: 'digest' })
    expect(await lettersTo(winner, `promotion-published:${promotionId}`)).toMatchObject([
      { text: expect.stringContaining('60.00 points') },
    ])
    await passTo(OPENS)
    await Promise.all([openDue(), openDue()])
    await openDue()
    const kept = await database()
      .select()
      .from(qpiPromotionOpenings)
      .where(eq(qpiPromotionOpenings.promotionId, promotionId))
    expect(kept).toMatchObject([{ runId }])
    const told = (person: { email: string }) => lettersTo(person, `promotion-open:${promotionId}`)
    expect(await told(winner)).toMatchObject([
      { delivery: 'at-once', text: expect.stringMatching(/is pre-qualified: it has .* placeholders /s) },
    ])
    expect(await told(other)).toMatchObject([
      { delivery: 'digest', text: expect.stringContaining('is not pre-qualified: it has') },
    ])
    expect(await told(officer)).toMatchObject([
      { text: expect.stringContaining('1 registrar is pre-qualified') },
    ])
    expect(await promotionForOfficers(officer, { promotionId })).toMatchObject({ run: { id: runId } })
  })

  test('a month that was not computed in time: nobody is pre-qualified, whatever is computed later', async () => {
    const officer = await makePerson({ roles: ['programme-officer'] })
    const { ianaId } = await makeRegistrar()
    const promotionId = await makePromotion(officer, '2020-09')
    await passTo(OPENS)
    expect(await openPromotion(system, { promotionId })).toMatchObject({
      ok: true,
      value: { preQualified: 0 },
    })
    await makeScoredMonth(officer, '2020-09', [{ ...strong, ianaId }])
    const found = await promotionForOfficers(officer, { promotionId })
    expect(found?.run).toBeUndefined()
    expect(found?.registrars).toEqual([])
  })

  test('refuses the role, and the stranger', async () => {
    const { officer, winner, promotionId } = await published()
    for (const person of [officer, winner])
      expect(await openPromotion(person, { promotionId })).toMatchObject(refusal('access.denied'))
    expect(await openPromotion({ kind: 'anyone' }, { promotionId })).toMatchObject(
      refusal('access.signed-out'),
    )
    expect(await openPromotion(system, { promotionId: 'prm_none' })).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: before its day, and twice', async () => {
    const { promotionId } = await published()
    expect(await openPromotion(system, { promotionId })).toMatchObject(refusal('promotion.not-yet'))
    await passTo(OPENS)
    expect(await openPromotion(system, { promotionId })).toMatchObject({ ok: true })
    expect(await openPromotion(system, { promotionId })).toMatchObject(refusal('promotion.open'))
  })
})
