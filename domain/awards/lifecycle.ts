import type { AwardState } from '@/db/schema/awards'

/**
 * The life of an award (R10, R11.2, R12.2).
 *
 * Invariants:
 * - A lot has at most one award that is `offered`, `accepted`, `paid` or `allocated`: the active ones.
 * - An award moves only along `awardTransitions`; `declined`, `defaulted` and `revoked` are ends.
 * - `declined` is the answer of one who was asked after a default, and costs nothing; a winner who does not accept or
 *   does not pay has `defaulted` (R10.3).
 */

type Transition = { from: readonly AwardState[]; to: AwardState; rule: string }

/** Every move of an award. */
export const awardTransitions = {
  accept: { from: ['offered'], to: 'accepted', rule: 'R10.1' },
  settle: { from: ['accepted'], to: 'paid', rule: 'R10.2' },
  allocate: { from: ['paid'], to: 'allocated', rule: 'R11.2' },
  decline: { from: ['offered'], to: 'declined', rule: 'R10.3' },
  default: { from: ['offered', 'accepted'], to: 'defaulted', rule: 'R10.3' },
  revoke: { from: ['paid', 'allocated'], to: 'revoked', rule: 'R12.2' },
} as const satisfies Record<string, Transition>

export type AwardMove = keyof typeof awardTransitions

/** Whether the award still stands: its lot has no other (R10.1). */
export function isActive(state: AwardState): boolean {
  return state === 'offered' || state === 'accepted' || state === 'paid' || state === 'allocated'
}

/** Whether the move leads on from this state. */
export function mayMove(state: AwardState, move: AwardMove): boolean {
  return awardTransitions[move].from.some((from) => from === state)
}

/** The states in words for people, as the applicant reads them. */
export const awardStateWords: Record<AwardState, string> = {
  offered: 'To be accepted',
  accepted: 'To be paid',
  paid: 'Paid',
  allocated: 'Allocated',
  declined: 'Declined',
  defaulted: 'Defaulted',
  revoked: 'Revoked',
}
