import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makePromotion, makeScoredMonth } from '@/db/factories/qpi'
import { promotionForOfficers } from '@/domain/promotions/queries'
import { scoringModel } from '@/domain/qpi/model'
import type { QpiScore } from '@/domain/qpi/score'
import { bundleOf } from '@/domain/qpi/score-market'
import { leagueTable, marketTrends, previewModel, runExport } from '@/domain/qpi-scores/queries'
import { qualityForOfficers } from '@/domain/qpi-scores/registrar-queries'
import { hashOf } from '@/lib/hash'
import { answer } from './answer'
import qpi from './qpi'

afterAll(closeDatabase)

const portfolio = (ianaId: number, renewed: number, listed: number[]) => ({
  ...{ ianaId, domains: 5000, renewed, used: 0.6, secured: 0.7, signed: 0.1, listed },
  terms: [70, 20, 10] as const,
})

test('R15.1 what the portal computed, the command line computes again from the bundle', async () => {
  const officer = await makePerson({ roles: ['programme-officer'] })
  await makeScoredMonth(officer, '2024-04', [portfolio(800_101, 0.6, []), portfolio(800_102, 0.7, [30])])
  const { runId } = await makeScoredMonth(officer, '2024-05', [
    portfolio(800_101, 0.8, [24, 90]),
    portfolio(800_102, 0.6, [30]),
    portfolio(800_103, 0.9, Array(9).fill(20)),
  ])
  const { run, model, scores } = (await runExport(officer, { runId }))!
  const market = scores.map(({ ianaId, domains, kpis }) => ({ ianaId, domains, figures: kpis }))
  const bundle = bundleOf(scoringModel(model.version, model.content), market)
  expect(hashOf(bundle), 'the bundle is the one that was hashed').toBe(run.bundleHash)
  const { exitCode, document } = await answer([qpi], ['qpi', 'score'], async () => JSON.stringify(bundle))
  expect(exitCode).toBe(0)
  const again = (document as { registrars: QpiScore[] }).registrars
  expect(again.map(({ ianaId, score, status }) => ({ ianaId, score, status }))).toEqual(
    scores.map(({ ianaId, score, status }) => ({ ianaId, score, status })),
  )
})

test('R15.4 officers see the table, who moved, who is near the gate, and the effect of another model', async () => {
  const officer = await makePerson({ roles: ['programme-officer'] })
  const league = (await leagueTable(officer, { text: '', page: 1 }))!
  expect(league.run?.period).toBe('2024-05')
  expect(league.run && league.rows.map(({ ianaId }) => ianaId)).toEqual([800_101, 800_102, 800_103])
  expect(league.run && league.counts).toMatchObject({ pass: 2, 'fail-abuse': 1 })
  expect(league.run && league.distribution.reduce((sum, count) => sum + count, 0)).toBe(2)
  const trends = (await marketTrends(officer, undefined))!
  expect(trends.run && [trends.up[0]?.ianaId, trends.down[0]?.ianaId]).toEqual([800_101, 800_102])
  expect(trends.run && trends.watched).toMatchObject([{ ianaId: 800_103, status: 'fail-abuse', listed: 9 }])
  if (!league.run) throw new Error('There is no run.')
  const content = { ...league.run.model, gate: { kpi: 'abuse', maxPer10k: 20 } }
  const preview = (await previewModel(officer, { content }))!
  expect(preview.run && [preview.turned, preview.rows.map(({ ianaId }) => ianaId)]).toEqual([1, [800_103]])
  const promotionId = await makePromotion(officer, '2024-05')
  expect((await promotionForOfficers(officer, { promotionId }))?.registrars).toHaveLength(2)
  const seen = (await qualityForOfficers(officer, { ianaId: 800_103 }))!
  expect(seen.history.map(({ run }) => run.period)).toEqual(['2024-05'])
  expect(seen.listed).toHaveLength(9)
  expect(seen.standings[0]).toMatchObject({ status: 'fail-abuse', isPreQualified: false, ways: null })
})
