import type { ReviewerFigures } from '@/domain/reviews/mathematics/assess-panel'
import type { Agreement } from '@/domain/reviews/mathematics/panel-agreement'
import type { Piece } from '@/domain/reviews/mathematics/review-graph'

/** A probability as a percentage, never quite 0 or 100. */
export function showChance(chance: number | null): string {
  if (chance === null) return '–'
  if (chance < 0.005) return 'under 1 %'
  if (chance > 0.995) return 'over 99 %'
  return `${Math.round(chance * 100)} %`
}

/** Points above or below a yardstick, with a true minus. */
export function showSigned(points: number): string {
  const size = Math.abs(points).toFixed(1)
  if (Number(size) === 0) return size
  return points > 0 ? `+${size}` : `−${size}`
}

/**
 * What Krippendorff's α says. The bounds are his own: from 0.8 data can be relied on, from 0.667 for tentative
 * conclusions (Content Analysis, 2004).
 */
export function describeAlpha({ value, because }: Agreement['krippendorffAlpha']): string {
  if (value === null) return because
  if (value >= 0.8) return 'They agree well.'
  if (value >= 0.667) return 'They agree enough for careful conclusions.'
  if (value > 0) return 'They agree little: talk before leaning on these scores.'
  return 'They agree no more than chance would have it: talk before leaning on these scores.'
}

/** What can be said of a reviewer's severity, or why nothing is. */
export function describeSeverity(
  { effect, error }: ReviewerFigures,
  leastReviews: number,
  calibrated: boolean,
): string {
  if (!calibrated) return 'Not told: scores are not calibrated.'
  if (effect === null) return `Not told: fewer than ${leastReviews} reviews.`
  if (error === null) return 'Told, but not how surely.'
  // Twice the standard error: about nineteen times of twenty.
  if (Math.abs(effect) <= 2 * error) return 'Not clearly different from the others.'
  return effect > 0 ? 'Gives more points than the others.' : 'Gives fewer points than the others.'
}

/** Why nothing is calibrated, by the names of plans and reviewers. */
export function describePieces(
  pieces: readonly Piece[],
  nameOf: { plan(reference: string): string; reviewer(id: string): string },
): { why: string; groups: string[] } {
  if (pieces.length === 0)
    return { why: 'No plan has a score on every criterion yet, so there is nothing to compare.', groups: [] }
  return {
    why: `The reviews fall into ${pieces.length} groups that share no reviewer. Between groups, nobody can tell a severe reviewer from a weak plan. A reviewer who reads in two groups ties them together.`,
    groups: pieces.map(
      ({ plans, reviewers }) =>
        `${plans.map(nameOf.plan).join(', ')}, read by ${reviewers.map(nameOf.reviewer).join(', ')}`,
    ),
  }
}
