import { isReservedId } from '@/domain/registrars/rules'

/**
 * The score of a registrar in the Quality Performance Index (R15.1).
 *
 * Invariants:
 * - The abuse gate is judged before anything else about quality: who fails it has no score, whatever the rest says.
 * - What is missing is *insufficient data*: never 0, and never weighed over to the other KPIs.
 * - A reserved id and a portfolio below the model’s minimum are not ranked.
 */

/** What was counted. A denominator of 0 says as little as a missing input. */
export type Fraction = { numerator: number; denominator: number }

export type Kpi = {
  id: string
  /** Basis points of the weight. */
  weightBp: number
  /** The raw figures that give the values 0 and 1; a target below the floor means that lower is better. */
  floor: number
  target: number
}

export type QpiModel = {
  version: string
  /** Fewer domains are not ranked. */
  minimumDomains: number
  /** More of this KPI per 10,000 of its denominator fails. */
  gate: { kpi: string; maxPer10k: number }
  kpis: readonly Kpi[]
}

export type RegistrarFigures = {
  ianaId: number
  domains: number
  /** By KPI; absent or null: missing. */
  kpis: Readonly<Record<string, Fraction | null | undefined>>
}

export type QpiStatus = 'pass' | 'fail-abuse' | 'insufficient-data' | 'not-ranked'

export type QpiScore = {
  ianaId: number
  /** 0 to 100; null unless the status is `pass`. */
  score: number | null
  status: QpiStatus
  /** Every KPI of the model; raw and value null where the input is missing. */
  kpis: Record<string, { raw: number | null; value: number | null; weightBp: number }>
}

/** The score of one registrar under a model whose weights do not sum to 0 and whose floors differ from their targets. */
export function scoreRegistrar(model: QpiModel, figures: RegistrarFigures): QpiScore {
  const judged = model.kpis.map((kpi) => {
    const raw = ratioOf(figures, kpi.id)
    return { id: kpi.id, raw, value: raw === null ? null : kpiValue(kpi, raw), weightBp: kpi.weightBp }
  })
  const status = statusOf(model, figures, judged)
  return {
    ianaId: figures.ianaId,
    score: status === 'pass' ? weigh(judged) : null,
    status,
    kpis: Object.fromEntries(judged.map(({ id, ...kpi }) => [id, kpi])),
  }
}

/** How a raw figure counts: 0 at the floor and beyond, 1 at the target and beyond, straight in between. */
export function kpiValue({ floor, target }: Pick<Kpi, 'floor' | 'target'>, raw: number): number {
  return Math.min(1, Math.max(0, (raw - floor) / (target - floor)))
}

function statusOf(
  { minimumDomains, gate }: QpiModel,
  { ianaId, domains, kpis }: RegistrarFigures,
  judged: readonly { value: number | null }[],
): QpiStatus {
  if (isReservedId(ianaId) || domains < minimumDomains) return 'not-ranked'
  const abuse = own(kpis, gate.kpi)
  if (!abuse || abuse.denominator === 0) return 'insufficient-data'
  // Multiplied out: a portfolio exactly at the gate does not fail by a rounded quotient.
  if (abuse.numerator * 10_000 > gate.maxPer10k * abuse.denominator) return 'fail-abuse'
  return judged.some(({ value }) => value === null) ? 'insufficient-data' : 'pass'
}

function ratioOf({ kpis }: RegistrarFigures, id: string): number | null {
  const counted = own(kpis, id)
  return counted && counted.denominator !== 0 ? counted.numerator / counted.denominator : null
}

/** Ids of KPIs come from outside: one called `constructor` finds nothing. */
function own(kpis: RegistrarFigures['kpis'], id: string): Fraction | null | undefined {
  return Object.hasOwn(kpis, id) ? kpis[id] : undefined
}

function weigh(judged: readonly { value: number | null; weightBp: number }[]): number {
  let [weighted, weights] = [0, 0]
  for (const { value, weightBp } of judged) {
    weighted += weightBp * (value ?? 0)
    weights += weightBp
  }
  return (100 * weighted) / weights
}
