import type { AuctionFormat, LotState, RoundState } from '@/db/schema/rounds'
import type { Timetable } from './timetable'

export type NextDate = { what: string; at: Date }

/**
 * The close of a lot, where one is known. While a clock runs its lot knows the end of the present round alone (R7.3):
 * what is expected is the close of the timetable.
 */
export function knownClose(
  format: AuctionFormat,
  { state, closesAt }: { state: LotState | 'suspended'; closesAt: Date | null },
): Date | null {
  return format === 'ascending-clock' && state !== 'closed' && state !== 'final' ? null : closesAt
}

/**
 * What a round waits for, and when, as everyone is told. `closesAt` is a lot's own close, which the soft close may have
 * moved; see `knownClose`. Undefined where no instant is next: the round is over, or stands still.
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
