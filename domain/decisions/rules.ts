import type { ApplicationState } from '@/db/schema/applications'
import type { DecisionOutcome } from '@/db/schema/reviews'
import type { PanelPlan } from '@/domain/reviews/read-panel'

/**
 * When an application can be decided, and how (R6.6, R6.7).
 *
 * Invariants:
 * - The pass line decides between `qualified` and `not-qualified`; nobody else does. Both need the reviews that the
 *   round promised and every disagreement discussed.
 * - `ineligible` is about the applicant, not the plan, and needs no review. `withdrawn` records that the applicant
 *   withdrew.
 * - A decision can be replaced, by two people again, until all decisions of the round are released at once.
 */

export const outcomeWords: Record<DecisionOutcome, string> = {
  qualified: 'Qualified',
  'not-qualified': 'Not qualified',
  withdrawn: 'Withdrawn',
  ineligible: 'Ineligible',
}

export type Hindrance =
  | 'wrong-state'
  | 'reviews-outstanding'
  | 'reviews-missing'
  | 'undiscussed'
  | 'below-pass-line'
  | 'above-pass-line'

type Judged = Pick<PanelPlan, 'score' | 'submitted' | 'outstanding' | 'undiscussed'>

/** What stands in the way of an outcome, or null when it can be proposed. */
export function hindranceOf(
  outcome: DecisionOutcome,
  state: ApplicationState,
  panel: Judged,
  reviewersPerPlan: number,
): Hindrance | null {
  if ((outcome === 'withdrawn') !== (state === 'withdrawn')) return 'wrong-state'
  if (outcome === 'withdrawn' || outcome === 'ineligible') return null
  if (panel.outstanding > 0) return 'reviews-outstanding'
  if (panel.submitted < reviewersPerPlan) return 'reviews-missing'
  if (panel.undiscussed.length > 0) return 'undiscussed'
  if (outcome === 'qualified' && !panel.score.passes) return 'below-pass-line'
  if (outcome === 'not-qualified' && panel.score.passes) return 'above-pass-line'
  return null
}

/** The outcome that can be proposed as things stand, or null while reviews or discussions are missing. */
export function likelyOutcome(
  state: ApplicationState,
  panel: Judged,
  reviewersPerPlan: number,
): DecisionOutcome | null {
  const likely = (['qualified', 'not-qualified', 'withdrawn'] as const).find(
    (outcome) => hindranceOf(outcome, state, panel, reviewersPerPlan) === null,
  )
  return likely ?? null
}
