import { Temporal } from 'temporal-polyfill'
import { isZone } from './zones'

/**
 * What a wall-clock time in a zone stands for. When clocks go back it names two instants (the earlier first),
 * when they go forward it may name none; the person must then choose or change it, for nothing here guesses a
 * deadline.
 */
export type ResolvedLocal =
  | { kind: 'exact'; instants: [Date] }
  | { kind: 'ambiguous'; instants: [Date, Date] }
  | { kind: 'nonexistent'; instants: [] }
  | {
      kind: 'refused'
      code: 'time.not-a-local-time' | 'time.unknown-zone'
      field: 'local' | 'zone'
      message: string
    }

/** As HTML's `datetime-local` writes it, seconds and milliseconds optional; no offset. The database has no year 0. */
const LOCAL = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::[0-5]\d(?:\.\d{1,3})?)?$/

/**
 * Resolves a local time such as `2026-11-01T01:30` in an IANA zone to the instants it names (R3.2).
 * The only place that turns wall-clock time into instants.
 */
export function resolveLocal(local: string, zone: string): ResolvedLocal {
  if (!isZone(zone)) {
    const message = 'This is no time zone. Use a name such as America/New_York or UTC.'
    return { kind: 'refused', code: 'time.unknown-zone', field: 'zone', message }
  }
  const wall = LOCAL.test(local) ? readWallClock(local) : null
  if (wall === null) {
    const message = 'This is no date and time. Write it such as 2026-11-01T16:00, without an offset.'
    return { kind: 'refused', code: 'time.not-a-local-time', field: 'local', message }
  }
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.equals(later)) return { kind: 'exact', instants: [toDate(earlier)] }
  if (!earlier.toPlainDateTime().equals(wall)) return { kind: 'nonexistent', instants: [] }
  return { kind: 'ambiguous', instants: [toDate(earlier), toDate(later)] }
}

function readWallClock(local: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(local)
  } catch {
    return null
  }
}

function toDate(zoned: Temporal.ZonedDateTime): Date {
  return new Date(zoned.epochMilliseconds)
}
