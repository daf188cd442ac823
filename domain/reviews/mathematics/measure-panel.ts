import { type PlanScore, type Rubric, type Scores, scorePlan } from '../score'
import { type Design, designOf, type Fit, fitEffects } from './additive-model'
import { type Piece, piecesOf } from './review-graph'

/** What a reviewer gave a plan. */
export type Sheet = { plan: string; reviewer: string; scores: Scores }

/** What a panel gave: one sheet per plan and reviewer, values within the rubric's scale. */
export type Panel = { rubric: Rubric; reviews: readonly Sheet[] }

/** The additive model on the points of a panel's sheets. */
export type PointsModel = {
  design: Design
  /** Points of 100, by review of the design. */
  points: number[]
  pointsFit: Fit
}

/** The same, and fitted to each criterion as well, of which the fit to the points is the weighted sum. */
export type Model = PointsModel & {
  /** By criterion, then by review of the design. */
  values: number[][]
  fits: Fit[]
}

export type MeasuredPanel<M extends PointsModel = Model> = {
  /** The plan score of each plan as it is (R6.5), by name. */
  raw: Map<string, PlanScore>
  /** Undefined where the reviews fall into pieces, or no plan has a score. */
  model: M | undefined
  pieces: Piece[]
}

/**
 * Scores a panel and fits the additive model to it.
 *
 * A value that a sheet leaves out is taken as the plan's mean on that criterion. So the mean of a plan's sheets is its
 * plan score, whatever is left out, and its calibrated score differs by the reviewers alone. Plans with a criterion
 * that nobody scored, and sheets without any score, are left aside: there is nothing to calibrate.
 */
export function measurePanel(panel: Panel, lambda: number): MeasuredPanel {
  const { raw, model, pieces, sheets } = measurePoints(panel, lambda)
  if (!model) return { raw, model, pieces }
  const filled = sheets.map((sheet) => fillIn(panel.rubric, sheet, raw))
  const values = panel.rubric.criteria.map((_, c) => filled.map((sheet) => sheet[c]!))
  const fits = values.map((column) => fitEffects(model.design, column))
  return { raw, model: { ...model, values, fits }, pieces }
}

/**
 * The same as far as the points go, which is much less work; with the sheets of the model in the order of its design.
 *
 * @param known plan scores that need not be worked out again
 */
export function measurePoints(
  { rubric, reviews }: Panel,
  lambda: number,
  known: ReadonlyMap<string, PlanScore> = new Map(),
): MeasuredPanel<PointsModel> & { sheets: Sheet[] } {
  const raw = scoreAll(rubric, reviews, known)
  const hasScore = ({ scores }: Sheet) => rubric.criteria.some(({ id }) => typeof scores[id] === 'number')
  const scored = reviews.filter((sheet) => raw.get(sheet.plan)!.score !== null && hasScore(sheet))
  const pairs = scored.map(({ plan, reviewer }) => [plan, reviewer] as const)
  const pieces = piecesOf(pairs)
  if (pieces.length !== 1) return { raw, model: undefined, pieces, sheets: [] }
  const design = designOf(pairs, lambda)
  const sheets = design.order.map((given) => scored[given]!)
  const pointsIn = pointsBy(rubric)
  const points = sheets.map((sheet) => pointsIn(fillIn(rubric, sheet, raw)))
  return { raw, model: { design, points, pointsFit: fitEffects(design, points) }, pieces, sheets }
}

/** The values of a sheet by criterion, what it leaves out filled in with the plan's mean. */
function fillIn(
  { criteria }: Rubric,
  { plan, scores }: Sheet,
  raw: ReadonlyMap<string, PlanScore>,
): number[] {
  const means = raw.get(plan)!.byCriterion
  return criteria.map(({ id }) => scores[id] ?? means[id]!)
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
