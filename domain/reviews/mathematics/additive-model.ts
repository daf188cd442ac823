/**
 * The additive reviewer model `score = plan + reviewer + noise` (R6.5; MacKay, Kenna, Low and Parker 2017; Lawrence and
 * Cortes 2014), with reviewer effects that sum to zero, each reviewer counted once, and λ Σ reviewer² added to what is
 * minimised. λ = 0 is least squares. (With λ > 0 the sum is zero by itself: a shift of all effects costs only λ.)
 *
 * Invariants:
 * - Everything is added up in the order of the names, so that the order of the scores changes not even the last bit.
 * - The plans are eliminated first; what is left is one equation per reviewer.
 */
import { factorise, invert, type Matrix, solve } from './definite-system'

/** Who read what: indexes into the sorted names, reviews ordered by plan and then reviewer. */
export type Design = {
  plans: string[]
  reviewers: string[]
  reviews: { plan: number; reviewer: number }[]
  /** By plan and by reviewer: the number of reviews. */
  ofPlan: number[]
  ofReviewer: number[]
  lambda: number
  /** The factor of the reviewers' equations. */
  lower: Matrix
}

export type Fit = { plans: number[]; reviewers: number[] }

/**
 * Prepares the model for these pairs, which must be connected. Also says where each review went: `order[i]` is the
 * place in the given pairs of the i-th review of the design.
 */
export function designOf(
  pairs: readonly (readonly [plan: string, reviewer: string, ...unknown[]])[],
  lambda: number,
): Design & { order: number[] } {
  const plans = [...new Set(pairs.map(([plan]) => plan))].sort()
  const reviewers = [...new Set(pairs.map(([, reviewer]) => reviewer))].sort()
  const placeOfPlan = new Map(plans.map((plan, place) => [plan, place]))
  const placeOfReviewer = new Map(reviewers.map((reviewer, place) => [reviewer, place]))
  const ordered = pairs
    .map(([plan, reviewer], given) => ({
      plan: placeOfPlan.get(plan)!,
      reviewer: placeOfReviewer.get(reviewer)!,
      given,
    }))
    .sort((a, b) => a.plan - b.plan || a.reviewer - b.reviewer)
  const reviews = ordered.map(({ plan, reviewer }) => ({ plan, reviewer }))
  const ofPlan = count(plans.length, reviews, 'plan')
  const ofReviewer = count(reviewers.length, reviews, 'reviewer')
  const lower = factorise(equationsOf(reviews, ofPlan, ofReviewer, lambda))
  return {
    plans,
    reviewers,
    reviews,
    ofPlan,
    ofReviewer,
    lambda,
    lower,
    order: ordered.map(({ given }) => given),
  }
}

/** The effects that fit the scores best; scores in the order of the design's reviews. */
export function fitEffects(design: Design, scores: readonly number[]): Fit {
  const means = planMeans(design, scores)
  const right = design.reviewers.map(() => 0)
  for (let i = 0; i < design.reviews.length; i += 1) {
    const { plan, reviewer } = design.reviews[i]!
    right[reviewer]! += scores[i]! - means[plan]!
  }
  const reviewers = solve(design.lower, right)
  const plans = planMeans(
    design,
    design.reviews.map(({ reviewer }, i) => scores[i]! - reviewers[reviewer]!),
  )
  return { plans, reviewers }
}

/** The mean of each plan's values; values in the order of the design's reviews. */
export function planMeans({ reviews, ofPlan }: Design, values: readonly number[]): number[] {
  const sums = ofPlan.map(() => 0)
  for (let i = 0; i < reviews.length; i += 1) sums[reviews[i]!.plan]! += values[i]!
  return sums.map((sum, plan) => sum / ofPlan[plan]!)
}

/**
 * What multiplies the variance of the noise in the variance of each effect, given that the reviewer effects sum to
 * zero: the diagonal of the inverse of the normal equations.
 */
export function varianceFactors({ reviews, ofPlan, reviewers, lambda, lower }: Design): Fit {
  const inverse = invert(lower)
  const common = 1 / (reviewers.length * (lambda + reviewers.length))
  const readersOf: number[][] = ofPlan.map(() => [])
  for (const { plan, reviewer } of reviews) readersOf[plan]!.push(reviewer)
  return {
    plans: readersOf.map((readers) => {
      let sum = 0
      for (const a of readers) for (const b of readers) sum += inverse[a]![b]!
      return 1 / readers.length + sum / readers.length ** 2 - common
    }),
    reviewers: inverse.map((row, reviewer) => row[reviewer]! - common),
  }
}

function count<K extends string>(length: number, reviews: readonly Record<K, number>[], key: K): number[] {
  const counts = Array.from({ length }, () => 0)
  for (const review of reviews) counts[review[key]]! += 1
  return counts
}

/**
 * One equation per reviewer: D + λ − Nᵀ·P⁻¹·N with the plans eliminated (D and P hold the numbers of reviews, N says
 * who read what). The matrix of ones makes it definite and changes no solution: the right side sums to zero.
 */
function equationsOf(
  reviews: Design['reviews'],
  ofPlan: readonly number[],
  ofReviewer: readonly number[],
  lambda: number,
): Matrix {
  const matrix = ofReviewer.map((own, i) => ofReviewer.map((_, j) => 1 + (i === j ? own + lambda : 0)))
  for (let start = 0; start < reviews.length; ) {
    const { plan } = reviews[start]!
    const end = start + ofPlan[plan]!
    for (let i = start; i < end; i += 1) {
      for (let j = start; j < end; j += 1) {
        matrix[reviews[i]!.reviewer]![reviews[j]!.reviewer]! -= 1 / ofPlan[plan]!
      }
    }
    start = end
  }
  return matrix
}
