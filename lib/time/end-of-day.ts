import { Temporal } from 'temporal-polyfill'

/**
 * The instant at which a calendar day ends in a zone: the first one of the day after, so that [start, end) is the day.
 * Where that day’s midnight is skipped, its first moment counts.
 * @param day ISO date; what is none throws a RangeError, as an unknown zone does
 */
export function endOfDay(day: string, zone: string): Date {
  const next = Temporal.PlainDate.from(day).add({ days: 1 })
  return new Date(next.toZonedDateTime(zone).epochMilliseconds)
}
