import { designOf, fitEffects, planMeans } from './additive-model'
import { type Piece, piecesOf, type Score } from './review-graph'

/** Effects in the unit of the scores, in the order in which each name first comes. */
export type Calibration = {
  connected: true
  /** The score of each plan as the panel's average reviewer would have given it. */
  plans: Map<string, number>
  /** How much each reviewer gives above that average; sums to zero. */
  reviewers: Map<string, number>
  /** The mean of each plan's scores as they are. */
  raw: Map<string, number>
}

/**
 * The calibrated score (R6.5): fits `score = plan + reviewer + noise`, minimising the squares plus λ Σ reviewer²; λ = 0
 * is least squares with Σ reviewer = 0. Refused when the review graph is in pieces, which are named: reviewers of
 * different pieces cannot be compared.
 *
 * @param scores at least one, none of a pair twice, finite
 * @param lambda 0 or more
 */
export function calibrate(
  scores: readonly Score[],
  lambda: number,
): Calibration | { connected: false; pieces: Piece[] } {
  const pieces = piecesOf(scores)
  if (pieces.length !== 1) return { connected: false, pieces }
  const design = designOf(scores, lambda)
  const values = design.order.map((given) => scores[given]![2])
  const effects = fitEffects(design, values)
  const byPlan = inOrder(design.plans, scores, 0)
  return {
    connected: true,
    plans: byPlan(effects.plans),
    reviewers: inOrder(design.reviewers, scores, 1)(effects.reviewers),
    raw: byPlan(planMeans(design, values)),
  }
}

const inOrder = (sorted: readonly string[], scores: readonly Score[], place: 0 | 1) => {
  const placeOf = new Map(sorted.map((name, index) => [name, index]))
  const names = [...new Set(scores.map((score) => score[place]))]
  return (values: readonly number[]) => new Map(names.map((name) => [name, values[placeOf.get(name)!]!]))
}
