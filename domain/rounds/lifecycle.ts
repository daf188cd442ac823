import type { RoundState } from '@/db/schema/rounds'
import type { Timetable } from './timetable'

/**
 * The life of a round (R3.3).
 *
 * Invariants:
 * - A round moves only along `roundTransitions`; `final` and `cancelled` are ends.
 * - `closed` is not `final`: final needs the replay of the transcript to equal the tables (R9.4), and only
 *   from there do letters, invoices and public results leave.
 * - A suspended round goes back to the state it was suspended in; the timetable stands still in between
 *   (R7.9).
 */

/** Who makes a transition: two people (R16.3), the clock, or the last of many smaller steps. */
export type TransitionCause = 'two-people' | 'clock' | 'completion'

/** What must be true for a transition, beside its moment. */
export type TransitionGuard =
  | 'timetable-in-order'
  | 'lots-released'
  | 'dry-run-matches-configuration'
  | 'decisions-released'
  | 'all-lots-closed'
  | 'replay-equals-tables'
  | 'public-reason'

type Transition = {
  from: readonly RoundState[]
  /** `before` stands for the state the round was suspended in. */
  to: RoundState | 'before'
  cause: TransitionCause
  guards: readonly TransitionGuard[]
  rule: string
}

const running = ['approved', 'applications', 'review', 'qualified', 'bidding'] as const

/** Every transition of a round. */
export const roundTransitions = {
  approve: {
    from: ['draft'],
    to: 'approved',
    cause: 'two-people',
    guards: ['timetable-in-order', 'lots-released', 'dry-run-matches-configuration'],
    rule: 'R3.4',
  },
  'open-applications': { from: ['approved'], to: 'applications', cause: 'clock', guards: [], rule: 'R3.3' },
  'close-applications': { from: ['applications'], to: 'review', cause: 'clock', guards: [], rule: 'R5.6' },
  'release-decisions': {
    from: ['review'],
    to: 'qualified',
    cause: 'completion',
    guards: ['decisions-released'],
    rule: 'R6.7',
  },
  'open-bidding': { from: ['qualified'], to: 'bidding', cause: 'clock', guards: [], rule: 'R3.3' },
  close: { from: ['bidding'], to: 'closed', cause: 'completion', guards: ['all-lots-closed'], rule: 'R3.3' },
  finalise: {
    from: ['closed'],
    to: 'final',
    cause: 'two-people',
    guards: ['replay-equals-tables'],
    rule: 'R9.4',
  },
  suspend: { from: running, to: 'suspended', cause: 'two-people', guards: ['public-reason'], rule: 'R7.9' },
  resume: { from: ['suspended'], to: 'before', cause: 'two-people', guards: [], rule: 'R7.9' },
  cancel: {
    from: ['draft', ...running, 'closed', 'suspended'],
    to: 'cancelled',
    cause: 'two-people',
    guards: ['public-reason'],
    rule: 'R16.3',
  },
} as const satisfies Record<string, Transition>

export type RoundTransition = keyof typeof roundTransitions

/** Whether the state allows the transition; its guards and its moment are the caller's to check. */
export function canTransition(state: RoundState, transition: RoundTransition): boolean {
  const { from }: Transition = roundTransitions[transition]
  return from.includes(state)
}

/** The state a transition leads to. `before` is the state a suspended round was suspended in. */
export function stateAfter<Before extends RoundState>(transition: RoundTransition, before: Before) {
  const { to }: Transition = roundTransitions[transition]
  return to === 'before' ? before : to
}

/** The word of each state on screens. */
export const roundStateWords: Record<RoundState, string> = {
  draft: 'Draft',
  approved: 'Approved',
  applications: 'Applications open',
  review: 'Under review',
  qualified: 'Qualified',
  bidding: 'Bidding now',
  closed: 'Closed',
  final: 'Final',
  suspended: 'Suspended',
  cancelled: 'Cancelled',
}

/**
 * What the scheduler knows of a round. `openLots`: lots not yet closed, allotted or left without applicants.
 * `pendingReconsiderations`: requests still to be decided, which keep bidding from opening (R6.7).
 * `hasProvenKey`: of a sealed round, whether four custodians have proven their shares (R8.2); true for any other.
 */
export type RoundProgress = Pick<
  Timetable,
  'applicationsOpenAt' | 'applicationsCloseAt' | 'biddingOpensAt'
> & {
  state: RoundState
  decisionsReleased: boolean
  openLots: number
  pendingReconsiderations: number
  hasProvenKey: boolean
}

/**
 * The one transition that is due at an instant, or null. Transitions that two people make are never due.
 * After downtime several may be due one after the other: the scheduler asks again after each.
 */
export function dueTransition(round: RoundProgress, at: Date): RoundTransition | null {
  switch (round.state) {
    case 'approved':
      return at >= round.applicationsOpenAt ? 'open-applications' : null
    case 'applications':
      return at >= round.applicationsCloseAt ? 'close-applications' : null
    case 'review':
      return round.decisionsReleased ? 'release-decisions' : null
    case 'qualified':
      return at >= round.biddingOpensAt && round.pendingReconsiderations === 0 && round.hasProvenKey
        ? 'open-bidding'
        : null
    case 'bidding':
      return round.openLots === 0 ? 'close' : null
    default:
      return null
  }
}
