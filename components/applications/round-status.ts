import type { Status } from '@/components/labels/status-words'
import type { RoundState } from '@/db/schema/rounds'

/** How a name stands in the eyes of its applicants while the round is in a state. */
export const statusOfRound: Record<RoundState, Status> = {
  draft: 'released',
  approved: 'released',
  applications: 'open',
  review: 'review',
  qualified: 'qualified',
  bidding: 'live',
  closed: 'closed',
  final: 'awarded',
  suspended: 'closed',
  cancelled: 'withheld',
}

/** The word beside it, where the state of the round says more than that of a name. */
export const roundWords: Partial<Record<RoundState, string>> = {
  approved: 'Applications open soon',
  final: 'Results are final',
  suspended: 'Suspended',
  cancelled: 'Cancelled',
}
