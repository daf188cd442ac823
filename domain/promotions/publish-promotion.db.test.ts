import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeRegistrar } from '@/db/factories/applications'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import { makeScoredMonth, type Portfolio } from '@/db/factories/qpi'
import { qpiPromotions } from '@/db/schema/qpi'
import { PLACEHOLDER } from '@/domain/qpi-models/placeholder'
import { publishModel } from '@/domain/qpi-models/publish-model'
import { publishPromotion } from './publish-promotion'
import { promotionForOfficers, standingInPromotion } from './queries'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })
const wanted = (change: object = {}) => ({
  name: 'Autumn promotion',
  baseline: '60',
  period: '2024-01',
  opensOn: '2999-01-01',
  closesOn: '2999-03-01',
  terms: 'US$1 less for each new name, on the terms of the promotion.',
  ...change,
})
const portfolio = (ianaId: number, share: number): Portfolio => ({
  ...{ ianaId, domains: 10_000, renewed: share, used: share, secured: share, signed: share },
  terms: [100, 0, 0],
})

describe('promotion.publish', () => {
  test('R15.4 is public with its baseline before it opens; whoever is at the baseline is pre-qualified', async () => {
    const asked = await publishPromotion(await officer(), wanted())
    const published = await approve(asked, await officer())
    if (!published.ok) throw new Error(published.error.code)
    const { promotionId } = published.value as { promotionId: string }
    const person = await officer()
    await makeScoredMonth(person, '2024-01', [portfolio(800_001, 0.8), portfolio(800_002, 0.6)])
    const [kept] = await database().select().from(qpiPromotions).where(eq(qpiPromotions.id, promotionId))
    expect(kept).toMatchObject({ baselineHundredths: 6000, modelVersion: 'placeholder-1' })
    const seen = (await promotionForOfficers(person, { promotionId }))!
    expect(seen.registrars.map(({ ianaId, isPreQualified }) => [ianaId, isPreQualified])).toEqual([
      [800_001, true],
      [800_002, false],
    ])
  })

  test('each registrar sees its own gap and the fewest names that close it, nobody else’s', async () => {
    const acts = await makePerson({ registrar: (await makeRegistrar()).ianaId })
    expect(await standingInPromotion(database(), { promotionId: 'prm_none', ianaId: 1 })).toBeUndefined()
    const [kept] = await database().select().from(qpiPromotions)
    const standing = (await standingInPromotion(database(), { promotionId: kept!.id, ianaId: 800_002 }))!
    expect(standing.ways!.gap).toBeCloseTo(60 - standing.score!, 10)
    expect(standing.ways!.together.length).toBeGreaterThan(0)
    expect(await promotionForOfficers(acts, { promotionId: kept!.id })).toBeUndefined()
  })

  test('the model it was published under is not replaced for its month', async () => {
    const content = { ...PLACEHOLDER.content, minimumDomains: 50 }
    const model = { version: '2024-1', placeholder: true, reason: 'A smaller portfolio will do.', content }
    expect(await publishModel(await officer(), { ...model, validFrom: '2024-01' })).toMatchObject(
      refusal('qpi-model.promised'),
    )
    expect(await publishModel(await officer(), { ...model, validFrom: '2024-02' })).toMatchObject({
      ok: true,
    })
  })

  test('says which field is wrong', async () => {
    const answer = await publishPromotion(
      await officer(),
      wanted({ baseline: '101', name: '', closesOn: '2998-01-01' }),
    )
    expect(answer).toMatchObject({
      error: { fields: { baseline: expect.any(String), name: expect.any(String) } },
    })
  })

  test('refuses the role', async () => {
    for (const role of ['auditor', 'finance-officer', 'administrator'] as const)
      expect(await publishPromotion(await makePerson({ roles: [role] }), wanted())).toMatchObject(
        refusal('access.denied'),
      )
    const asker = await officer()
    expect(await approve(await publishPromotion(asker, wanted({ baseline: '61' })), asker)).toMatchObject(
      refusal('approval.own'),
    )
  })

  test('refuses the stranger', async () => {
    expect(await publishPromotion({ kind: 'anyone' }, wanted())).toMatchObject(refusal('access.signed-out'))
  })

  test('refuses the moment: it would open before it is published, or no model scores its month', async () => {
    const person = await officer()
    expect(await publishPromotion(person, wanted({ opensOn: '2024-01-01' }))).toMatchObject(
      refusal('promotion.opens-too-soon'),
    )
    expect(await publishPromotion(person, wanted({ period: '2018-01' }))).toMatchObject(
      refusal('promotion.no-model'),
    )
  })
})
