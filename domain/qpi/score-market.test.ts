import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PLACEHOLDER } from '@/domain/qpi-models/placeholder'
import { assembleFigures, type MonthInputs } from './assemble-figures'
import { scoringModel } from './model'
import { scoreRegistrar } from './score'
import { bundleOf, scoreMarket } from './score-market'

const { content, version } = PLACEHOLDER
const model = scoringModel(version, content)
const DAY = 86_400_000
const from = Date.UTC(2026, 7, 1)

const registrars = fc.uniqueArray(
  fc.record({
    ianaId: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 9994, max: 9999 })),
    figures: fc.array(fc.nat(500), { minLength: 37, maxLength: 37 }),
    counts: fc.array(fc.nat(100), { minLength: 8, maxLength: 8 }),
  }),
  { minLength: 1, maxLength: 5, selector: ({ ianaId }) => ianaId },
)
const listings = fc.array(
  fc.record({
    domain: fc.constantFrom('a.org', 'b.org', 'c.org', 'd.org'),
    class: fc.constantFrom('malicious' as const, 'compromised' as const, 'unclassified' as const),
    from: fc.nat(20),
    days: fc.option(fc.nat(9), { nil: null }),
  }),
  { maxLength: 6 },
)

function inputsOf(
  rows: { ianaId: number; figures: number[]; counts: number[] }[],
  listed: unknown[][],
): MonthInputs {
  const counted = (n: number) => ({
    fileId: `f${n}`,
    rows: rows.map(({ ianaId, counts }) => ({
      ...{ ianaId, line: ianaId, name: '' },
      figures: [Math.min(counts[n]!, counts[n + 1]!), Math.max(counts[n]!, counts[n + 1]!)],
    })),
  })
  return {
    period: '2026-08',
    transactions: {
      fileId: 't',
      rows: rows.map(({ ianaId, figures }) => ({ ianaId, line: ianaId, name: `R${ianaId}`, figures })),
    },
    ...{ usage: counted(0), ssl: counted(2), dnssec: counted(4), renewal: counted(6) },
    listings: content.feeds.map((feed, n) => ({ fileId: feed, feed, rows: listed[n] as never })),
    holders: new Map(
      ['a.org', 'b.org', 'c.org', 'd.org'].map((domain, n) => [domain, rows[n % rows.length]!.ianaId]),
    ),
  }
}
const rowsOf = (given: { domain: string; class: string; from: number; days: number | null }[]) => {
  const seen = new Map<string, unknown>()
  for (const { domain, class: as, from: day, days } of given)
    if (!seen.has(domain))
      seen.set(domain, {
        ...{ domain, class: as, line: seen.size + 2, firstSeenAt: new Date(from + day * DAY) },
        mitigatedAt: days === null ? null : new Date(from + (day + days) * DAY),
      })
  return [...seen.values()]
}

describe('R15.1 the scores of a market', () => {
  test('rows in another order change nothing; a reserved id is never ranked; the interval holds the score', () => {
    fc.assert(
      fc.property(registrars, listings, listings, fc.nat(4), (rows, one, two, turn) => {
        const listed = [rowsOf(one), rowsOf(two)]
        const inputs = inputsOf(rows, listed)
        const turned: MonthInputs = {
          ...inputs,
          transactions: { ...inputs.transactions, rows: rotate(inputs.transactions.rows, turn) },
          usage: { ...inputs.usage!, rows: rotate(inputs.usage!.rows, turn) },
          listings: rotate(inputs.listings, turn).map((each) => ({ ...each, rows: rotate(each.rows, turn) })),
        }
        const scored = (given: MonthInputs) => {
          const { market } = assembleFigures(content, given)
          return { scores: byId(scoreMarket(model, market)), bundle: bundleOf(model, market) }
        }
        const { scores, bundle } = scored(inputs)
        const again = scored(turned)
        expect(again.bundle).toEqual(bundle)
        expect(again.scores.map(bare)).toEqual(scores.map(bare))
        for (const each of scores) {
          if (each.ianaId >= 9994 && each.ianaId <= 9999) expect(each.status).toBe('not-ranked')
          if (each.score === null) continue
          expect(each.low!).toBeLessThanOrEqual(each.score + 1e-9)
          expect(each.high!).toBeGreaterThanOrEqual(each.score - 1e-9)
        }
        // The bundle alone gives the same scores on the command line.
        expect(
          byId(bundle.registrars.map((each) => scoreRegistrar(bundle.model, each))).map(({ score }) => score),
        ).toEqual(scores.map(({ score }) => score))
      }),
      { numRuns: 40 },
    )
  })

  test('one more name renewed, in use, signed or with a certificate never lowers a score', () => {
    const kpi = fc.constantFrom('renewal', 'usage', 'ssl', 'dnssec')
    fc.assert(
      fc.property(kpi, fc.integer({ min: 1, max: 1000 }), fc.nat(999), (id, denominator, part) => {
        const numerator = Math.min(part, denominator - 1)
        const figure = (count: number, of: number) => ({
          numerator: count,
          denominator: of,
          fileId: null,
          line: 1,
        })
        const figures = Object.fromEntries(model.kpis.map((each) => [each.id, figure(30, 60)]))
        const scoreWith = (count: number) => {
          const own = { ...figures, abuse: figure(0, 1000), [id]: figure(count, denominator) }
          return scoreMarket(model, [{ ianaId: 1, name: '', domains: 1000, figures: own }])[0]!.score!
        }
        expect(scoreWith(numerator + 1)).toBeGreaterThanOrEqual(scoreWith(numerator))
      }),
      { numRuns: 60 },
    )
  })
})

const rotate = <T>(all: readonly T[], by: number): T[] => [
  ...all.slice(by % all.length || 0),
  ...all.slice(0, by % all.length || 0),
]
const byId = <T extends { ianaId: number }>(all: T[]) => [...all].sort((a, b) => a.ianaId - b.ianaId)
/** The file of a takedown is that of the first feed that names one of its names. */
const bare = ({
  kpis,
  ...score
}: {
  kpis: Record<string, { raw: number | null; value: number | null }>
}) => ({
  ...score,
  kpis: Object.fromEntries(Object.entries(kpis).map(([id, { raw, value }]) => [id, { raw, value }])),
})
