import { Temporal } from 'temporal-polyfill'

/**
 * The wall-clock time of an instant in an IANA zone, as HTML's `datetime-local` takes it: `2026-11-01T01:30`, with
 * seconds only where there are some. `resolveLocal` is the way back.
 */
export function toLocal(at: Date, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
  return local.toString({ smallestUnit: local.second === 0 ? 'minute' : 'second' })
}

/** The wall clock so many hours on, as a calendar counts: 24 hours are the same time of the next day. */
export function addHours(local: string, hours: number): string {
  const later = Temporal.PlainDateTime.from(local).add({ hours })
  return later.toString({ smallestUnit: later.second === 0 ? 'minute' : 'second' })
}
