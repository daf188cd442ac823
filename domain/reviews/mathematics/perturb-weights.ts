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
  const drawnPoints = Array.from({ length: draws }, (_, draw) => {
    const points = pointsBy(withDrawnWeights(rubric, `${seed}|weights|${draw}`, spreadBp))
    return Float64Array.from(means, points)
  })
  const places = drawnPoints.map(placesOf)
  return means.map((plan, p) => {
    const points = Float64Array.from(drawnPoints, (all) => all[p]!).sort()
    const line = rubric.passLineHundredths / 100 - 1e-9
    const isEnough = plan.every((mean) => mean * 100 >= rubric.criterionMinimumHundredths - 1e-9)
    const passing = isEnough ? points.filter((value) => value >= line).length : 0
    return {
      points: { low: points[Math.floor(draws * 0.05)]!, high: points[Math.ceil(draws * 0.95) - 1]! },
      passes: passing / draws,
      bestPlace: places.reduce((best, all) => Math.min(best, all[p]!), Number.POSITIVE_INFINITY),
      worstPlace: places.reduce((worst, all) => Math.max(worst, all[p]!), 0),
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

/** The place of each value, highest first: one more than there are greater ones. */
function placesOf(values: Float64Array): Int32Array {
  const sorted = values.slice().sort()
  return Int32Array.from(values, (value) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]! <= value) low = middle + 1
      else high = middle
    }
    return sorted.length - low + 1
  })
}
