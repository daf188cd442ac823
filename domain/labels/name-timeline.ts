import type { RoundState } from '@/db/schema/rounds'
import type { Timetable } from '@/domain/rounds/timetable'

export type Milestone = {
  state: 'past' | 'now' | 'next'
  title: string
  text?: string
  /** Absent with `until` while the round stands still: what was due then is not. Without it `until` is the end alone. */
  at?: Date
  until?: Date
}

type Stage = {
  stages: readonly RoundState[]
  past: string
  now: string
  next: string
  at?: Date
  until?: Date
}

const order: RoundState[] = ['approved', 'applications', 'review', 'qualified', 'bidding', 'closed', 'final']

/**
 * What happened to a name in its round, what happens now, and what will: one entry per stage. A stage is now while the
 * round is in it; `stage` is seen through a suspension, in which what is now stands still without an instant.
 */
export function nameTimeline(
  stage: RoundState,
  round: Timetable,
  closesAt: Date | null,
  suspended = false,
): Milestone[] {
  const stages: Stage[] = [
    {
      stages: ['applications'],
      past: 'Applications closed',
      now: 'You can apply now',
      next: 'Applications open',
      ...(stage === 'applications'
        ? { until: round.applicationsCloseAt }
        : { at: reached(stage, 'review') ? round.applicationsCloseAt : round.applicationsOpenAt }),
    },
    {
      stages: ['review'],
      past: 'Branding plans reviewed',
      now: 'Branding plans are under review',
      next: 'Review of branding plans',
      ...(reached(stage, 'qualified') ? { at: round.reviewResultsAt } : { until: round.reviewResultsAt }),
    },
    {
      stages: ['qualified', 'bidding'],
      past: 'Bidding closed',
      now: stage === 'bidding' ? 'Bidding is open' : 'Qualified applicants wait for the bidding',
      next: 'Bidding',
      at: round.biddingOpensAt,
      until: closesAt ?? round.biddingClosesAt,
    },
    {
      stages: ['closed'],
      past: 'Result',
      now: 'The record is being checked',
      next: 'Result',
      at: round.resultsAt,
    },
  ]
  return stages.map(({ stages: own, past, now, next, at, until }) => {
    const state = own.includes(stage) ? 'now' : reached(stage, own.at(-1)!) ? 'past' : 'next'
    if (suspended && state === 'now') return { state, title: 'Suspended, the time left is kept' }
    return { state, title: { past, now, next }[state], ...(at && { at }), ...(until && { until }) }
  })
}

function reached(stage: RoundState, other: RoundState): boolean {
  return order.indexOf(stage) >= order.indexOf(other)
}
