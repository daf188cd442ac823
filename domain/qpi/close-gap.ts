import { type KpiId, kpiWords } from './kpi-words'
import type { Kpi } from './score'

/** A KPI as it came out. */
export type Standing = { denominator: number; raw: number; value: number }

/** `count` times what `kpiWords[id].step` names. */
export type Step = { id: KpiId; count: number; points: number }

export type Ways = {
  /** Points to the baseline; 0 or less: reached. */
  gap: number
  /** One KPI alone that reaches it, the one with the fewest names first. */
  alone: Step[]
  /** The fewest names in all, KPI by KPI; empty where even every target is not enough. */
  together: Step[]
}

/**
 * What would bring a score to a baseline (R15.4). A step is one name: renewed, in use, with a certificate, signed,
 * registered for a year more, or, of takedown, dealt with in the target time. From the floor to the target points grow
 * with the steps in a straight line, so of any choice of KPIs the fewest steps are found by taking what brings most for a
 * step first; what it takes to come up to the floor is paid for each that is chosen. There are few choices: all are tried.
 */
export function closeGap(
  kpis: readonly Kpi[],
  standings: Readonly<Record<string, Standing | undefined>>,
  score: number,
  baseline: number,
): Ways {
  const gap = baseline - score
  if (gap <= 0) return { gap, alone: [], together: [] }
  const weights = kpis.reduce((sum, { weightBp }) => sum + weightBp, 0)
  const ways = kpis.flatMap((kpi) => wayOf(kpi, standings[kpi.id], weights)).sort((a, b) => b.each - a.each)
  const alone = ways.flatMap((way) => fill([way], gap) ?? []).sort((a, b) => a.count - b.count)
  const choices = subsetsOf(ways).flatMap((choice) => {
    const steps = fill(choice, gap)
    return steps ? [{ steps, count: steps.reduce((sum, { count }) => sum + count, 0) }] : []
  })
  return { gap, alone, together: choices.sort((a, b) => a.count - b.count)[0]?.steps ?? [] }
}

const TINY = 1e-9

/** Where a KPI can still win points: the steps up to its floor, the points of each step beyond, and how many there are. */
type Way = { id: KpiId; start: number; each: number; most: number }

/** Takes what brings most for a step first; undefined where all of it is not enough. */
function fill(ways: readonly Way[], gap: number): Step[] | undefined {
  let left = gap
  const steps: Step[] = []
  for (const { id, start, each, most } of ways) {
    const points = Math.min(left, most)
    if (points <= TINY) continue
    steps.push({ id, count: Math.ceil(start + points / each - TINY), points })
    left -= points
  }
  return left > TINY ? undefined : steps
}

function subsetsOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_one, n) => (bits >> n) % 2 === 1))
}

function wayOf(kpi: Kpi, standing: Standing | undefined, weights: number): Way[] {
  if (!standing || standing.denominator === 0 || standing.value >= 1 || !(kpi.id in kpiWords)) return []
  const { denominator, raw, value } = standing
  const id = kpi.id as KpiId
  const span = kpi.target - kpi.floor
  const inPoints = (100 * kpi.weightBp) / weights
  /** How far one step moves the raw figure. */
  const stride = (id === 'abuseTakedown' ? kpi.target - raw : 1) / denominator
  const each = (inPoints * stride) / span
  if (!(each > 0)) return []
  return [{ id, start: Math.max(0, (kpi.floor - raw) / stride), each, most: inPoints * (1 - value) }]
}
