import { type Intraclass, intraclass } from './intraclass'
import { krippendorffAlpha, type Ratings, type Statistic } from './krippendorff'
import type { MeasuredPanel, Panel } from './measure-panel'

/** How far reviewers agree on one criterion, or (null) on the points of their sheets. */
export type Agreement = {
  criterion: string | null
  krippendorffAlpha: Statistic
  icc: Intraclass | { because: string }
}

/** The reliability of a panel (R6.5): criteria on the ordinal level, the points of sheets on the interval level. */
export function agreementOf({ rubric, reviews }: Panel, { model }: MeasuredPanel): Agreement[] {
  const byCriterion = rubric.criteria.map(({ id }) => {
    const ratings = tableOf(
      reviews.map(({ plan, reviewer, scores }) => ({ plan, reviewer, value: scores[id] ?? null })),
    )
    return {
      criterion: id,
      krippendorffAlpha: krippendorffAlpha(ratings, 'ordinal'),
      icc: intraclass(ratings),
    }
  })
  const sheets = model
    ? model.design.reviews.map(({ plan, reviewer }, i) => ({
        plan: model.design.plans[plan]!,
        reviewer: model.design.reviewers[reviewer]!,
        value: model.points[i]!,
      }))
    : []
  const points = tableOf(sheets)
  return [
    ...byCriterion,
    { criterion: null, krippendorffAlpha: krippendorffAlpha(points, 'interval'), icc: intraclass(points) },
  ]
}

/** Raters by items. */
function tableOf(entries: readonly { plan: string; reviewer: string; value: number | null }[]): Ratings {
  const plans = [...new Set(entries.map(({ plan }) => plan))].sort()
  const reviewers = [...new Set(entries.map(({ reviewer }) => reviewer))].sort()
  const placeOf = new Map(plans.map((plan, place) => [plan, place]))
  const rowOf = new Map(reviewers.map((reviewer) => [reviewer, plans.map((): number | null => null)]))
  for (const { plan, reviewer, value } of entries) rowOf.get(reviewer)![placeOf.get(plan)!] = value
  return [...rowOf.values()]
}
