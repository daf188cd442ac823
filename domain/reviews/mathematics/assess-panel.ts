import { chanceAbove, uncertaintyOf } from './above-line'
import { leaveOneOut, type WithoutOne } from './leave-one-out'
import { type MeasuredPanel, type Model, measurePanel, type Panel } from './measure-panel'
import { type Agreement, agreementOf } from './panel-agreement'
import { perturbWeights, type WithOtherWeights } from './perturb-weights'
import type { Piece } from './review-graph'

/** What may be chosen about the figures; kept with them. */
export type Parameters = {
  /** How strongly reviewer effects are drawn to zero; 0 is least squares. */
  lambda: number
  /** For the weights: the seed, how often they are drawn, and how far each may move in basis points of itself. */
  seed: string
  draws: number
  spreadBp: number
  /** A plan whose chance of reaching the pass line lies between these needs one more reader. */
  nearLine: { above: number; below: number }
  /** A reviewer with fewer reviews is told nothing of severity. */
  leastReviews: number
}

/** The bounds of the grey area are those of NeurIPS 2014 (Lawrence and Cortes). */
export const standardParameters = {
  lambda: 1,
  draws: 1000,
  spreadBp: 2000,
  nearLine: { above: 0.1, below: 0.9 },
  leastReviews: 3,
} satisfies Omit<Parameters, 'seed'>

export type PlanFigures = {
  plan: string
  reviews: number
  /** The plan score (R6.5), null where a criterion has no score; only it decides. */
  score: number | null
  passes: boolean
  /** The plan as the panel's average reviewer would have scored it; null where it cannot be told. */
  calibrated: number | null
  /** Whether it reaches the pass line and all minima calibrated. Where that differs from `passes`, talk about it. */
  passesCalibrated: boolean | null
  /** The standard error of the calibrated score, and the probability that it lies on the pass line or above. */
  error: number | null
  chance: number | null
  /** The probability that the mean of a criterion reaches its minimum. */
  chanceByCriterion: Record<string, number | null>
  withoutOne: WithoutOne | null
  otherWeights: WithOtherWeights | null
}

export type ReviewerFigures = {
  reviewer: string
  reviews: number
  /** Points of 100 given above the panel's average; negative is severe. Null with fewer reviews than are needed. */
  effect: number | null
  error: number | null
}

export type PanelFigures = {
  plans: PlanFigures[]
  reviewers: ReviewerFigures[]
  /** Why there is nothing calibrated: the pieces of the review graph; empty when it is in one. */
  pieces: Piece[]
  /** Why there are no chances. */
  because?: string
  /** Plans that need one more reader, the least certain first. */
  nearLine: string[]
  agreement: Agreement[]
}

/**
 * All figures of a panel (R6.5): calibrated scores, chances, bands, severity, agreement. Determined by the panel and
 * the parameters; the order of the reviews changes nothing. Plans and reviewers come by name.
 */
export function assessPanel(panel: Panel, parameters: Parameters): PanelFigures {
  const measured = measurePanel(panel, parameters.lambda)
  const plans = planFigures(panel, measured, parameters)
  const certainty = ({ chance }: PlanFigures) => Math.abs((chance ?? 0) - 0.5)
  const { above, below } = parameters.nearLine
  const model = measured.model
  const sure = model && uncertaintyOf(model.design, model.points, model.pointsFit)
  return {
    plans,
    reviewers: reviewerFigures(panel, measured, parameters),
    pieces: model ? [] : measured.pieces,
    ...(sure && 'because' in sure ? { because: sure.because } : {}),
    nearLine: plans
      .filter(({ chance }) => chance !== null && chance > above && chance < below)
      .sort((a, b) => certainty(a) - certainty(b))
      .map(({ plan }) => plan),
    agreement: agreementOf(panel, measured),
  }
}

/** How severe each reviewer is, and nothing else: the same figures as `assessPanel` gives, without its bands. */
export function severityIn(panel: Panel, parameters: Parameters): ReviewerFigures[] {
  return reviewerFigures(panel, measurePanel(panel, parameters.lambda), parameters)
}

function planFigures(panel: Panel, { raw, model }: MeasuredPanel, parameters: Parameters): PlanFigures[] {
  const { criteria, passLineHundredths, criterionMinimumHundredths } = panel.rubric
  const without = leaveOneOut(panel, parameters.lambda)
  const scored = [...raw].filter(([, { score }]) => score !== null)
  const weighed = perturbWeights(
    panel.rubric,
    scored.map(([, { byCriterion }]) => criteria.map(({ id }) => byCriterion[id]!)),
    parameters,
  )
  const weightsOf = new Map(scored.map(([plan], i) => [plan, weighed[i]!]))
  const chances = model && chancesOf(model, passLineHundredths / 100, criterionMinimumHundredths / 100)
  const placeOf = new Map(model?.design.plans.map((plan, place) => [plan, place]))
  return [...raw].map(([plan, { score, passes, reviews }]) => {
    const place = placeOf.get(plan)
    const calibrated = place === undefined ? null : model!.pointsFit.plans[place]!
    return {
      plan,
      reviews,
      score,
      passes,
      calibrated,
      passesCalibrated:
        place === undefined
          ? null
          : calibrated! * 100 >= passLineHundredths - 1e-6 &&
            model!.fits.every((fit) => fit.plans[place]! * 100 >= criterionMinimumHundredths - 1e-6),
      error: place === undefined ? null : chances!.error(place),
      chance: place === undefined ? null : chances!.points(place),
      chanceByCriterion: Object.fromEntries(
        criteria.map(({ id }, c) => [id, place === undefined ? null : chances!.criterion(c, place)]),
      ),
      withoutOne: without.get(plan) ?? null,
      otherWeights: weightsOf.get(plan) ?? null,
    }
  })
}

/** Chances by the place of the plan in the model. */
function chancesOf({ design, values, fits, points, pointsFit }: Model, line: number, minimum: number) {
  const of = (column: readonly number[], fit: Model['pointsFit'], least: number) => {
    const sure = uncertaintyOf(design, column, fit)
    if ('because' in sure) return { error: () => null, chance: () => null }
    return {
      error: (place: number) => sure.plans[place]!,
      chance: (place: number) => chanceAbove(least, fit.plans[place]!, sure.plans[place]!, sure.degrees),
    }
  }
  const whole = of(points, pointsFit, line)
  const byCriterion = values.map((column, c) => of(column, fits[c]!, minimum))
  return {
    error: whole.error,
    points: whole.chance,
    criterion: (c: number, place: number) => byCriterion[c]!.chance(place),
  }
}

function reviewerFigures(
  { reviews }: Panel,
  { model }: MeasuredPanel,
  { leastReviews }: Parameters,
): ReviewerFigures[] {
  const names = [...new Set(reviews.map(({ reviewer }) => reviewer))].sort()
  const sure = model && uncertaintyOf(model.design, model.points, model.pointsFit)
  return names.map((reviewer) => {
    const place = model ? model.design.reviewers.indexOf(reviewer) : -1
    const count = reviews.filter((review) => review.reviewer === reviewer).length
    const isKnown = place >= 0 && model!.design.ofReviewer[place]! >= leastReviews
    return {
      reviewer,
      reviews: count,
      effect: isKnown ? model!.pointsFit.reviewers[place]! : null,
      error: isKnown && sure && !('because' in sure) ? sure.reviewers[place]! : null,
    }
  })
}
