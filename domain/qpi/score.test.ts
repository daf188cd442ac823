import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kpiValue, type QpiModel, type RegistrarFigures, scoreRegistrar } from './score'

const model: QpiModel = {
  version: 'placeholder-1',
  minimumDomains: 100,
  gate: { kpi: 'abuse', maxPer10k: 15 },
  kpis: [
    { id: 'renewal', weightBp: 3000, floor: 0.5, target: 0.85 },
    { id: 'abuseTakedown', weightBp: 3000, floor: 96, target: 24 },
  ],
}
const figures: RegistrarFigures = {
  ianaId: 146,
  domains: 100_000,
  kpis: {
    abuse: { numerator: 12, denominator: 100_000 },
    renewal: { numerator: 800, denominator: 1000 },
    abuseTakedown: { numerator: 4800, denominator: 100 },
  },
}
const withKpis = (kpis: RegistrarFigures['kpis']) =>
  scoreRegistrar(model, { ...figures, kpis: { ...figures.kpis, ...kpis } })

describe('R15.1 the score of a registrar', () => {
  it('is the weighed mean of the values, by hand: (0.8 − 0.5) / 0.35 and (48 − 96) / −72', () => {
    const { score, status, kpis } = scoreRegistrar(model, figures)
    expect(status).toBe('pass')
    expect(kpis.renewal).toMatchObject({ raw: 0.8, weightBp: 3000 })
    expect(kpis.renewal?.value).toBeCloseTo(6 / 7, 12)
    expect(kpis.abuseTakedown).toMatchObject({ raw: 48, weightBp: 3000 })
    expect(kpis.abuseTakedown?.value).toBeCloseTo(2 / 3, 12)
    expect(score).toBeCloseTo((100 * (6 / 7 + 2 / 3)) / 2, 10)
  })

  it('judges the abuse gate first: failing it leaves no score, however good or incomplete the rest', () => {
    const abuse = { numerator: 151, denominator: 100_000 }
    expect(withKpis({ abuse })).toMatchObject({ status: 'fail-abuse', score: null })
    expect(withKpis({ abuse, renewal: null })).toMatchObject({ status: 'fail-abuse', score: null })
    expect(withKpis({ abuse: { numerator: 150, denominator: 100_000 } }).status, 'exactly at the gate').toBe(
      'pass',
    )
    expect(withKpis({ abuse: { numerator: 3, denominator: 2000 } }).status, 'as a fraction').toBe('pass')
  })

  it('says that data is insufficient, and weighs nothing over to the rest', () => {
    for (const abuse of [null, undefined, { numerator: 0, denominator: 0 }])
      expect(withKpis({ abuse })).toMatchObject({ status: 'insufficient-data', score: null })
    expect(withKpis({ renewal: { numerator: 0, denominator: 0 } })).toMatchObject({
      status: 'insufficient-data',
      score: null,
      kpis: { renewal: { raw: null, value: null, weightBp: 3000 }, abuseTakedown: { raw: 48 } },
    })
  })

  it('does not rank reserved ids and small portfolios, before it looks at anything else', () => {
    const failing = { ...figures.kpis, abuse: { numerator: 999, denominator: 1000 } }
    expect(scoreRegistrar(model, { ...figures, ianaId: 9995, kpis: failing }).status).toBe('not-ranked')
    expect(scoreRegistrar(model, { ...figures, domains: 99, kpis: failing }).status).toBe('not-ranked')
    expect(scoreRegistrar(model, { ...figures, domains: 100 }).status).toBe('pass')
  })

  it('is untouched by a KPI called like something every object has', () => {
    const odd = { ...model, kpis: [...model.kpis, { id: 'constructor', weightBp: 1, floor: 0, target: 1 }] }
    expect(scoreRegistrar(odd, figures)).toMatchObject({ status: 'insufficient-data', score: null })
  })

  const bounds = fc
    .tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: -100, max: 100 }))
    .filter(([floor, target]) => floor !== target)
    .map(([floor, target]) => ({ floor, target }))

  it('raising a good KPI never lowers the value, and it stays between 0 and 1', () => {
    fc.assert(
      fc.property(
        bounds,
        fc.double({ noNaN: true, min: -200, max: 200 }),
        fc.double({ noNaN: true, min: 0, max: 50 }),
        (kpi, raw, more) => {
          const better = kpi.target > kpi.floor ? raw + more : raw - more
          expect(kpiValue(kpi, better)).toBeGreaterThanOrEqual(kpiValue(kpi, raw))
          expect(kpiValue(kpi, raw)).toBeGreaterThanOrEqual(0)
          expect(kpiValue(kpi, raw)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  it('lies between 0 and 100 and does not depend on the order of the KPIs by more than rounding', () => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.integer({ min: 1, max: 2000 }),
        fc.nat(20_000),
        (renewed, expired, hours) => {
          const some = {
            ...figures,
            kpis: {
              ...figures.kpis,
              renewal: { numerator: renewed, denominator: expired },
              abuseTakedown: { numerator: hours, denominator: 100 },
            },
          }
          const { score } = scoreRegistrar(model, some)
          const turned = scoreRegistrar({ ...model, kpis: [...model.kpis].reverse() }, some)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(100)
          expect(turned.score).toBeCloseTo(score!, 10)
        },
      ),
    )
  })
})
