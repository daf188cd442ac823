/**
 * One date in a calendar file. `uid` stays the same through every change and `sequence` grows with it, so that a
 * subscription moves an entry and does not double it.
 */
export type CalendarEntry = {
  uid: string
  sequence: number
  /** When it was last changed. */
  stamp: Date
  at: Date
  until?: Date
  title: string
  detail: string
  url: string
  status?: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
}

/** An iCalendar file (RFC 5545) with instants in UTC, so that every calendar shows its own zone. */
export function writeIcalendar(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Public Interest Registry//Short names in .ORG//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...entries.flatMap(writeEntry),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

function writeEntry({
  uid,
  sequence,
  stamp,
  at,
  until,
  title,
  detail,
  url,
  status,
}: CalendarEntry): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${instant(stamp)}`,
    `DTSTART:${instant(at)}`,
    ...(until ? [`DTEND:${instant(until)}`] : []),
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(detail)}`,
    `URL:${url}`,
    `STATUS:${status ?? 'CONFIRMED'}`,
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
