import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PLACEHOLDER } from '@/domain/qpi-models/placeholder'
import { closeGap } from './close-gap'
import { scoringModel } from './model'
import { scoreRegistrar } from './score'

const model = scoringModel(PLACEHOLDER.version, PLACEHOLDER.content)
const scored = (kpis: Record<string, { numerator: number; denominator: number }>) =>
  scoreRegistrar(model, {
    ianaId: 1,
    domains: 1000,
    kpis: { abuse: { numerator: 0, denominator: 1000 }, ...kpis },
  })
type Kept = ReturnType<typeof scored>['kpis']
const standingsOf = (kpis: Record<string, { denominator: number }>, kept: Kept) =>
  Object.fromEntries(
    Object.entries(kpis).map(([id, { denominator }]) => [
      id,
      { denominator, raw: kept[id]!.raw!, value: kept[id]!.value! },
    ]),
  )

const kpis = {
  renewal: { numerator: 120, denominator: 200 },
  abuseTakedown: { numerator: 480, denominator: 10 },
  usage: { numerator: 500, denominator: 1000 },
  ssl: { numerator: 600, denominator: 1000 },
  dnssec: { numerator: 60, denominator: 1000 },
  term: { numerator: 150, denominator: 100 },
}

describe('R15.4 what would close the gap', () => {
  test('by hand: the steps of one KPI alone', () => {
    const { score, kpis: kept } = scored(kpis)
    // 30 × 2/7 + 20 × 2/3 + 20 × 2/5 + 10 × 1/2 + 10 × 1/5 + 10 × 1/2
    const now = 60 / 7 + 40 / 3 + 8 + 5 + 2 + 5
    expect(score).toBeCloseTo(now, 10)
    const { gap, alone } = closeGap(model.kpis, standingsOf(kpis, kept), score!, now + 4)
    expect(gap).toBeCloseTo(4, 10)
    const byId = Object.fromEntries(alone.map(({ id, count }) => [id, count]))
    expect(byId).toEqual({
      // A mean lower by 24 h a step over 10 cases: 2.4 h of 72 h are 0.667 points.
      abuseTakedown: 6,
      // 30 points over 0.35 of 200 names: 0.4286 points each.
      renewal: 10,
      // 10 points over one year of 100 registrations: 0.1 each.
      term: 40,
      // 20 points over 0.5 of 1,000 names: 0.04 each.
      usage: 100,
      // 10 points over 0.3 of 1,000 names: 0.0333 each.
      dnssec: 120,
      // 10 points over 0.6 of 1,000 names: 0.01667 each.
      ssl: 240,
    })
    expect(alone[0]?.id, 'the fewest names first').toBe('abuseTakedown')
  })

  test('pays for the way up to the floor, so a KPI below it is not the cheapest by its slope alone', () => {
    const low = { ...kpis, renewal: { numerator: 60, denominator: 200 } }
    const { score, kpis: kept } = scored(low)
    const { alone } = closeGap(model.kpis, standingsOf(low, kept), score!, score! + 4)
    expect(alone.find(({ id }) => id === 'renewal')?.count, '40 to the floor and 10 beyond').toBe(50)
  })

  test('says nothing where the baseline is reached, or beyond every target', () => {
    const { score, kpis: kept } = scored(kpis)
    expect(closeGap(model.kpis, standingsOf(kpis, kept), score!, score! - 1)).toMatchObject({
      alone: [],
      together: [],
    })
    expect(closeGap(model.kpis, standingsOf(kpis, kept), score!, 101).together).toEqual([])
  })

  test('whoever takes the steps reaches the baseline, and together never needs more names than one alone', () => {
    const count = fc.nat(1000)
    const figures = fc.record({
      renewal: count,
      usage: count,
      ssl: count,
      dnssec: count,
      abuseTakedown: fc.integer({ min: 0, max: 200_000 }),
      term: fc.integer({ min: 1000, max: 4000 }),
    })
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 100 }), (numerators, baseline) => {
        const some = Object.fromEntries(
          Object.entries(numerators).map(([id, numerator]) => [id, { numerator, denominator: 1000 }]),
        )
        const { score, kpis: kept } = scored(some)
        const { alone, together } = closeGap(model.kpis, standingsOf(some, kept), score!, baseline)
        for (const steps of [together, ...alone.map((step) => [step])]) {
          if (steps.length === 0) continue
          const after = structuredClone(some)
          for (const step of steps) {
            const each = step.id === 'abuseTakedown' ? 24 - kept.abuseTakedown!.raw! : 1
            after[step.id]!.numerator += step.count * each
          }
          expect(scored(after).score).toBeGreaterThanOrEqual(baseline - 1e-6)
        }
        const names = together.reduce((sum, step) => sum + step.count, 0)
        if (alone[0]) expect(names).toBeLessThanOrEqual(alone[0].count)
      }),
      { numRuns: 60 },
    )
  })
})
