import type { RoundState } from '@/db/schema/rounds'
import { type CalendarEntry, writeIcalendar } from '@/lib/icalendar'
import type { Timetable } from './timetable'

/** What a calendar needs of a round. `version` grows with every change of it. */
export type CalendarRound = {
  id: string
  phase: number
  number: number
  name: string
  state: RoundState
  version: number
  stateSince: Date
  path: string
  timetable: Timetable
}

type Entry = { key: string; what: string; at: Date; until?: Date }

/**
 * The dates of rounds as an iCalendar file. An entry keeps its UID through every change of its round.
 * @param origin the portal's public address, such as https://names.example.org
 */
export function writeCalendar(name: string, rounds: readonly CalendarRound[], origin: string): string {
  return writeIcalendar(
    name,
    rounds.flatMap((round) => entriesOf(round).map((entry) => describeEntry(round, entry, origin))),
  )
}

function entriesOf({ timetable: t }: CalendarRound): Entry[] {
  return [
    { key: 'applications-open', what: 'Applications open', at: t.applicationsOpenAt },
    { key: 'questions-close', what: 'Questions close', at: t.questionsCloseAt },
    { key: 'applications-close', what: 'Applications close', at: t.applicationsCloseAt },
    { key: 'review-results', what: 'Results of review', at: t.reviewResultsAt },
    { key: 'deposit-due', what: 'Deposit due', at: t.depositDueAt },
    { key: 'bidding', what: 'Bidding', at: t.biddingOpensAt, until: t.biddingClosesAt },
    { key: 'results', what: 'Results', at: t.resultsAt },
    { key: 'payment-due', what: 'Payment due', at: t.paymentDueAt },
  ]
}

function describeEntry(round: CalendarRound, { key, what, ...when }: Entry, origin: string): CalendarEntry {
  const url = `${origin}${round.path}`
  return {
    ...when,
    uid: `${key}.${round.id}@${new URL(origin).hostname}`,
    sequence: round.version,
    stamp: round.stateSince,
    title: `${what}: round ${round.number} of phase ${round.phase}, short names in .ORG`,
    detail: `${round.name}\n${url}`,
    url,
    status: roundStatus(round.state),
  }
}

/** Of a suspended round no date is certain. */
export function roundStatus(state: RoundState): NonNullable<CalendarEntry['status']> {
  if (state === 'cancelled') return 'CANCELLED'
  return state === 'suspended' ? 'TENTATIVE' : 'CONFIRMED'
}
