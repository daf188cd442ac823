import type { Rubric } from '../score'
import { drawnShare } from './draw'
import type { Band } from './leave-one-out'
import { pointsBy } from './measure-panel'

export type WithOtherWeights = {
  /** Where nine draws out of ten lie. */
  points: Band
  /** The share of the draws in which the plan reaches the pass line and every criterion's minimum. */
  passes: number
  /** The best and the worst place among all plans; 1 is the first, equals share the better one. */
  bestPlace: number
  worstPlace: number
}

/**
 * How far scores hang on the weights (R6.5): every weight is made up to `spreadBp` larger or smaller, evenly drawn from
 * the seed and for each criterion by its name, and all are brought back to their sum.
 *
 * @param means by plan: the mean of each criterion of the rubric, in its order
 */
export function perturbWeights(
  rubric: Rubric,
  means: readonly (readonly number[])[],
  { seed, draws, spreadBp }: { seed: string; draws: number; spreadBp: number },
): WithOtherWeights[] {
  const drawnPoints = Array.from({ length: means.length }, () => new Float64Array(draws))
  const best = new Int32Array(means.length).fill(means.length + 1)
  const worst = new Int32Array(means.length)
  const now = new Float64Array(means.length)
  for (let draw = 0; draw < draws; draw += 1) {
    const points = pointsBy(withDrawnWeights(rubric, `${seed}|weights|${draw}`, spreadBp))
    for (let p = 0; p < now.length; p += 1) {
      now[p] = points(means[p]!)
      drawnPoints[p]![draw] = now[p]!
    }
    widenPlaces(best, worst, now)
  }
  const line = rubric.passLineHundredths / 100 - 1e-9
  return means.map((plan, p) => {
    const points = drawnPoints[p]!.sort()
    const isEnough = plan.every((mean) => mean * 100 >= rubric.criterionMinimumHundredths - 1e-9)
    const passing = isEnough ? points.filter((value) => value >= line).length : 0
    return {
      points: { low: points[Math.floor(draws * 0.05)]!, high: points[Math.ceil(draws * 0.95) - 1]! },
      passes: passing / draws,
      bestPlace: best[p]!,
      worstPlace: worst[p]!,
    }
  })
}

function withDrawnWeights(rubric: Rubric, seed: string, spreadBp: number): Rubric {
  const weights = rubric.criteria.map(({ id, weightBp }) => {
    return weightBp * (1 + (spreadBp / 10_000) * (2 * drawnShare(seed, id) - 1))
  })
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const criteria = rubric.criteria.map(({ id }, c) => ({ id, weightBp: (10_000 * weights[c]!) / sum }))
  return { ...rubric, criteria }
}

/** Takes one draw into the best and worst places: highest first, one more than there are greater values. */
function widenPlaces(best: Int32Array, worst: Int32Array, values: Float64Array) {
  const sorted = values.slice().sort()
  for (let p = 0; p < values.length; p += 1) {
    const place = sorted.length + 1 - countUntil(sorted, values[p]!)
    if (place < best[p]!) best[p] = place
    if (place > worst[p]!) worst[p] = place
  }
}

/** How many of the sorted values are at most the limit. */
function countUntil(sorted: Float64Array, limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low
}
