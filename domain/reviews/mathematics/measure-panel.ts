import { type PlanScore, type Rubric, type Scores, scorePlan } from '../score'
import { type Design, designOf, type Fit, fitEffects } from './additive-model'
import { type Piece, piecesOf } from './review-graph'

/** What a panel gave: one sheet per plan and reviewer, values within the rubric's scale. */
export type Panel = {
  rubric: Rubric
  reviews: readonly { plan: string; reviewer: string; scores: Scores }[]
}

/** The additive model on a panel: fitted to each criterion and, what comes to the same, to the points of the sheets. */
export type Model = {
  design: Design
  /** By criterion, then by review of the design. */
  values: number[][]
  fits: Fit[]
  /** Points of 100, by review of the design. */
  points: number[]
  pointsFit: Fit
}

export type MeasuredPanel = {
  /** The plan score of each plan as it is (R6.5), by name. */
  raw: Map<string, PlanScore>
  /** Undefined where the reviews fall into pieces, or no plan has a score. */
  model: Model | undefined
  pieces: Piece[]
}

/**
 * Scores a panel and fits the additive model to it.
 *
 * A value that a sheet leaves out is taken as the plan's mean on that criterion. So the mean of a plan's sheets is its
 * plan score, whatever is left out, and its calibrated score differs by the reviewers alone. Plans with a criterion
 * that nobody scored, and sheets without any score, are left aside: there is nothing to calibrate.
 *
 * @param known plan scores that need not be worked out again
 */
export function measurePanel(
  { rubric, reviews }: Panel,
  lambda: number,
  known: ReadonlyMap<string, PlanScore> = new Map(),
): MeasuredPanel {
  const raw = scoreAll(rubric, reviews, known)
  const sheets = reviews.filter(
    ({ plan, scores }) =>
      raw.get(plan)!.score !== null && rubric.criteria.some(({ id }) => typeof scores[id] === 'number'),
  )
  const pairs = sheets.map(({ plan, reviewer }) => [plan, reviewer] as const)
  const pieces = piecesOf(pairs)
  if (pieces.length !== 1) return { raw, model: undefined, pieces }
  const design = designOf(pairs, lambda)
  const values = rubric.criteria.map(({ id }) =>
    design.order.map((given) => {
      const { plan, scores } = sheets[given]!
      return scores[id] ?? raw.get(plan)!.byCriterion[id]!
    }),
  )
  const pointsOf = pointsBy(rubric)
  const points = design.order.map((_, review) => pointsOf(values.map((column) => column[review]!)))
  const fits = values.map((column) => fitEffects(design, column))
  return { raw, model: { design, values, fits, points, pointsFit: fitEffects(design, points) }, pieces }
}

/** Turns values by criterion into points of 100: Σ weight × value above the scale's lowest / its span. */
export function pointsBy({ criteria, scale }: Rubric): (values: readonly number[]) => number {
  const weights = criteria.map(({ weightBp }) => weightBp / (100 * (scale.max - scale.min)))
  return (values) => {
    let points = 0
    for (let c = 0; c < weights.length; c += 1) points += weights[c]! * (values[c]! - scale.min)
    return points
  }
}

function scoreAll(rubric: Rubric, reviews: Panel['reviews'], known: ReadonlyMap<string, PlanScore>) {
  const sheets = new Map<string, Scores[]>()
  for (const { plan, scores } of reviews) {
    const others = sheets.get(plan)
    if (others) others.push(scores)
    else sheets.set(plan, [scores])
  }
  const names = [...sheets.keys()].sort()
  return new Map(names.map((plan) => [plan, known.get(plan) ?? scorePlan(rubric, sheets.get(plan)!)]))
}
