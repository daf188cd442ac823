import type { CommitmentOutcome, CommitmentState } from '@/db/schema/build-out'

/** How a commitment stands for the public: kept in time, kept late, waived and not kept are counted apart. */
export const publicStandings = [
  'ahead',
  'checked',
  'late',
  'kept',
  'kept-late',
  'waived',
  'not-kept',
] as const
export type PublicStanding = (typeof publicStandings)[number]

/** What the state and the outcome come to for the public. */
export function publicStanding(state: CommitmentState, outcome: CommitmentOutcome | null): PublicStanding {
  if (outcome) return outcome
  if (state === 'submitted') return 'checked'
  return state === 'overdue' || state === 'cure-notice' || state === 'remedy' ? 'late' : 'ahead'
}

export const publicStandingWords: Record<PublicStanding, string> = {
  ahead: 'Ahead',
  checked: 'Being checked',
  late: 'Late',
  kept: 'Kept in time',
  'kept-late': 'Kept late',
  waived: 'Waived',
  'not-kept': 'Not kept',
}
