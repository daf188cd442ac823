import type { DecisionOutcome } from '@/db/schema/reviews'

/**
 * Reconsideration: the one request to decide again (R6.7).
 *
 * Invariants:
 * - One per application, within ten days of the release of its decision, and only against a decision that shut it out.
 * - Nobody decides on it who proposed or approved the decision, reviewed the plan, or declared a conflict.
 * - It lets an application in only before bidding opens (R6.8), and then with the least score that passes, or its own
 *   if that is higher.
 * - While one is pending, bidding does not open: R6.7 promises a decision by two others, R6.8 freezes scores before
 *   bidding, and one lot alone cannot start late, since bidders, limits and paddles are registered for the whole round.
 */

const DAYS = 10

export type Reconsidered = 'upheld' | 'qualified'

export const reconsideredWords: Record<Reconsidered, string> = {
  upheld: 'The decision stands',
  qualified: 'The plan qualifies after all',
}

/** The instant until which, exclusive, it can be asked for. */
export function askUntil(releasedAt: Date): Date {
  return new Date(releasedAt.getTime() + DAYS * 86_400_000)
}

/** Whether the outcome shut the application out. */
export function canBeReconsidered(outcome: DecisionOutcome): boolean {
  return outcome === 'not-qualified' || outcome === 'ineligible'
}

/** The score that counts once a plan qualifies after all, in hundredths. */
export function scoreAfter(scoreHundredths: number | null, passLineHundredths: number): number {
  return Math.max(scoreHundredths ?? 0, passLineHundredths)
}
