import type { KeptKpi } from '@/db/schema/qpi'
import { type Interval, meanInterval, sumInterval, wilson } from './intervals'
import { ABUSE, wordsOfKpi } from './kpi-words'
import { kpiValue, type QpiModel, type QpiStatus, scoreRegistrar } from './score'

/** What was counted for a KPI, and where it stands. */
export type Figure = {
  numerator: number
  denominator: number
  /** Of a mean: the sum of the squares of what was added up. */
  squares?: number
  fileId: string | null
  line: number | null
  /** Where it follows from a definition rather than from a count. */
  note?: string
}

export type MarketFigures = {
  ianaId: number
  name: string
  domains: number
  figures: Readonly<Record<string, Figure | null>>
}

export type MarketScore = {
  ianaId: number
  name: string
  domains: number
  status: QpiStatus
  score: number | null
  low: number | null
  high: number | null
  kpis: Record<string, KeptKpi>
}

/**
 * Scores a market (R15.1): each registrar by itself, so that neither their order nor who else is there changes anything;
 * with 95 % intervals and, beside each KPI, what it was computed from.
 */
export function scoreMarket(model: QpiModel, market: readonly MarketFigures[]): MarketScore[] {
  return market.map((registrar) => scoreOne(model, registrar))
}

type Counted = { numerator: number | null; denominator: number | null } | null | undefined

/**
 * What the command line’s `qpi score` reads: the figures of the model’s KPIs without where they stand. It is the same from
 * what is about to be scored and from scores that were kept.
 */
export function bundleOf(
  model: QpiModel,
  market: readonly { ianaId: number; domains: number; figures: Readonly<Record<string, Counted>> }[],
) {
  const ids = [ABUSE, ...model.kpis.map(({ id }) => id)]
  const registrars = market.map(({ ianaId, domains, figures }) => ({
    ...{ ianaId, domains },
    kpis: Object.fromEntries(ids.map((id) => [id, bareOf(figures[id])])),
  }))
  return { model, registrars: registrars.sort((a, b) => a.ianaId - b.ianaId) }
}

function bareOf(figure: Counted) {
  const { numerator, denominator } = figure ?? {}
  return typeof numerator === 'number' && typeof denominator === 'number' ? { numerator, denominator } : null
}

function scoreOne(model: QpiModel, { figures, ianaId, name, domains }: MarketFigures): MarketScore {
  const { score, status, kpis } = scoreRegistrar(model, { ianaId, domains, kpis: figures })
  const weights = model.kpis.reduce((sum, { weightBp }) => sum + weightBp, 0)
  const kept: Record<string, KeptKpi> = { [ABUSE]: gateOf(figures[ABUSE] ?? null) }
  const parts: ({ value: number; share: number } & Interval)[] = []
  for (const kpi of model.kpis) {
    const figure = figures[kpi.id] ?? null
    const { raw, value } = kpis[kpi.id]!
    const interval = figure && value !== null ? valueInterval(kpi, figure, value) : null
    kept[kpi.id] = {
      ...sourceOf(figure),
      ...{ raw, value, weightBp: kpi.weightBp },
      ...{ low: interval?.low ?? null, high: interval?.high ?? null },
    }
    if (interval && value !== null) parts.push({ value, share: (100 * kpi.weightBp) / weights, ...interval })
  }
  const whole = score === null ? null : sumInterval(parts)
  return {
    ...{ ianaId, name, domains, status, score, kpis: kept },
    low: whole && Math.max(0, whole.low),
    high: whole && Math.min(100, whole.high),
  }
}

const sourceOf = (figure: Figure | null) => ({
  numerator: figure?.numerator ?? null,
  denominator: figure?.denominator ?? null,
  fileId: figure?.fileId ?? null,
  line: figure?.line ?? null,
  ...(figure?.note && { note: figure.note }),
})

function gateOf(figure: Figure | null): KeptKpi {
  const raw = figure && figure.denominator > 0 ? figure.numerator / figure.denominator : null
  return { ...sourceOf(figure), raw, value: null, low: null, high: null, weightBp: null }
}

/** What the value could be by chance; by definition it is what it is, of a single case anything. */
function valueInterval(
  kpi: QpiModel['kpis'][number],
  { numerator, denominator, squares, note }: Figure,
  value: number,
): Interval {
  if (note) return { low: value, high: value }
  const kind = wordsOfKpi(kpi.id)?.kind
  const raw =
    kind === 'mean'
      ? meanInterval(numerator, squares ?? 0, denominator)
      : wilson(Math.min(numerator, denominator), denominator)
  if (!raw) return { low: 0, high: 1 }
  const ends = [kpiValue(kpi, raw.low), kpiValue(kpi, raw.high)]
  return { low: Math.min(value, ...ends), high: Math.max(value, ...ends) }
}
