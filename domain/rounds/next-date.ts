import type { RoundState } from '@/db/schema/rounds'
import type { Timetable } from './timetable'

export type NextDate = { what: string; at: Date }

/**
 * What a round waits for, and when, as everyone is told. `closesAt` is a lot's own close, which the soft close may have
 * moved. Undefined where no instant is next: the round is over, or stands still.
 */
export function nextDate(state: RoundState, round: Timetable, closesAt?: Date | null): NextDate | undefined {
  switch (state) {
    case 'approved':
      return { what: 'Applications open', at: round.applicationsOpenAt }
    case 'applications':
      return { what: 'Applications close', at: round.applicationsCloseAt }
    case 'review':
      return { what: 'Results of review', at: round.reviewResultsAt }
    case 'qualified':
      return { what: 'Bidding opens', at: round.biddingOpensAt }
    case 'bidding':
      return { what: 'Bidding closes', at: closesAt ?? round.biddingClosesAt }
    case 'closed':
      return { what: 'Result', at: round.resultsAt }
    default:
      return undefined
  }
}
