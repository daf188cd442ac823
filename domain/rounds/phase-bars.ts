import type { RoundState } from '@/db/schema/rounds'
import type { Timetable } from './timetable'

export type PhaseBar = {
  kind: 'applications' | 'review' | 'bidding' | 'closed' | 'awards' | 'planned'
  from: Date
  to: Date
}

const order: RoundState[] = [
  'draft',
  'approved',
  'applications',
  'review',
  'qualified',
  'bidding',
  'closed',
  'final',
]

/**
 * A round as bars on the timetable of its phase: what was and is in its own kind, what is to come as planned.
 * `stage` is seen through a suspension. Results stand from the day they are due until payment is.
 */
export function phaseBars(stage: RoundState, timetable: Timetable): PhaseBar[] {
  const reached = (state: RoundState) => order.indexOf(stage) >= order.indexOf(state)
  const { applicationsOpenAt, applicationsCloseAt, reviewResultsAt } = timetable
  const { biddingOpensAt, biddingClosesAt, resultsAt, paymentDueAt } = timetable
  const bar = (kind: PhaseBar['kind'], begun: boolean, from: Date, to: Date): PhaseBar => ({
    kind: begun ? kind : 'planned',
    from,
    to,
  })
  return [
    bar('applications', reached('applications'), applicationsOpenAt, applicationsCloseAt),
    bar('review', reached('review'), applicationsCloseAt, reviewResultsAt),
    bar(reached('closed') ? 'closed' : 'bidding', reached('bidding'), biddingOpensAt, biddingClosesAt),
    ...(reached('final') ? [bar('awards', true, resultsAt, paymentDueAt)] : []),
  ]
}
