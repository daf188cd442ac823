import { type Design, type Fit, varianceFactors } from './additive-model'
import { studentBelow } from './student'

/** What is known of effects beyond their best values. */
export type Uncertainty = {
  /** The standard errors of the effects of plans and reviewers, in the unit of the values. */
  plans: number[]
  reviewers: number[]
  /** The degrees of freedom behind them. */
  degrees: number
}

/** Below this, squares of differences are rounding. */
const NOTHING = 1e-9

/**
 * How sure the effects are, under this model: score = plan + reviewer + noise; noise normal of one variance σ² for the
 * panel; reviewers normal with variance σ²/λ around the panel's average (λ = 0: nothing known beforehand); nothing known
 * of plans or of σ² beforehand. Then each effect is distributed as Student's t around its fitted value (Lawrence and
 * Cortes 2014 and MacKay, Kenna, Low and Parker 2017 with normal distributions and known variances; the t allows for σ²
 * being estimated from this panel). The panel's average reviewer is the yardstick: that the panel as a whole may be
 * severe is not part of it. Undefined, and why, when scores are too few or do not vary.
 *
 * @param values by review of the design, with the fit to them
 */
export function uncertaintyOf(
  design: Design,
  values: readonly number[],
  fit: Fit,
): Uncertainty | { because: string } {
  const { reviews, plans, reviewers, lambda } = design
  const degrees = reviews.length - plans.length - (lambda > 0 ? 0 : reviewers.length - 1)
  if (degrees < 1) return { because: 'There are too few scores to tell how much reviewers differ.' }
  const left = reviews.reduce(
    (sum, { plan, reviewer }, i) => sum + (values[i]! - fit.plans[plan]! - fit.reviewers[reviewer]!) ** 2,
    0,
  )
  const squares = left + lambda * fit.reviewers.reduce((sum, effect) => sum + effect ** 2, 0)
  if (squares < NOTHING)
    return { because: 'Reviewers do not differ, so there is nothing to tell their noise by.' }
  const factors = varianceFactors(design)
  const errorOf = (factor: number) => Math.sqrt((squares / degrees) * Math.max(0, factor))
  return { plans: factors.plans.map(errorOf), reviewers: factors.reviewers.map(errorOf), degrees }
}

/** The probability that an effect lies on the line or above it. */
export function chanceAbove(line: number, effect: number, error: number, degrees: number): number {
  return studentBelow((effect - line) / error, degrees)
}
