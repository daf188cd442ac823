import type { RoundState } from '@/db/schema/rounds'
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
 * The dates of rounds as an iCalendar file (RFC 5545): instants in UTC, so that every calendar shows its own zone.
 * An entry keeps its UID through every change and its SEQUENCE grows, so that a subscription moves it, not doubles it.
 * @param origin the portal's public address, such as https://names.example.org
 */
export function writeCalendar(name: string, rounds: readonly CalendarRound[], origin: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Public Interest Registry//Short names in .ORG//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...rounds.flatMap((round) => entriesOf(round).flatMap((entry) => writeEntry(round, entry, origin))),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
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

function writeEntry(round: CalendarRound, { key, what, at, until }: Entry, origin: string): string[] {
  const title = `${what}: round ${round.number} of phase ${round.phase}, short names in .ORG`
  const status =
    round.state === 'cancelled' ? 'CANCELLED' : round.state === 'suspended' ? 'TENTATIVE' : 'CONFIRMED'
  return [
    'BEGIN:VEVENT',
    `UID:${key}.${round.id}@${new URL(origin).hostname}`,
    `SEQUENCE:${round.version}`,
    `DTSTAMP:${instant(round.stateSince)}`,
    `DTSTART:${instant(at)}`,
    ...(until ? [`DTEND:${instant(until)}`] : []),
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(`${round.name}\n${origin}${round.path}`)}`,
    `URL:${origin}${round.path}`,
    `STATUS:${status}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** `20261201T160000Z`. */
function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r?\n/g, '\\n')
}

const encoder = new TextEncoder()

/** No line is longer than 75 octets; a folded one goes on after a line break and a space. No character is cut. */
function fold(line: string): string {
  const lines: string[] = []
  let current = ''
  let size = 0
  for (const character of line) {
    const octets = encoder.encode(character).length
    if (size + octets > 75) {
      lines.push(current)
      current = ' '
      size = 1
    }
    current += character
    size += octets
  }
  return [...lines, current].join('\r\n')
}
