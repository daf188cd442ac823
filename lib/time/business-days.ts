import { Temporal } from 'temporal-polyfill'

/**
 * So many business days later (or, below 0, earlier), at the same time of day in the zone. Business days are those on
 * which US federal offices are open: not Saturdays, Sundays and federal holidays (5 U.S.C. 6103; a holiday on a Saturday
 * is kept on Friday, one on a Sunday on Monday). A time of day that the zone skips moves on by what is skipped.
 * @param zone IANA name; an unknown one throws a RangeError
 */
export function addBusinessDays(at: Date, days: number, zone: string): Date {
  const step = Math.sign(days)
  let local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  for (let left = Math.abs(days); left > 0; ) {
    local = local.add({ days: step })
    if (isBusinessDay(local.toPlainDate())) left -= 1
  }
  return new Date(local.epochMilliseconds)
}

const SATURDAY = 6
const MONDAY = 1
const THURSDAY = 4

function isBusinessDay(day: Temporal.PlainDate): boolean {
  if (day.dayOfWeek >= SATURDAY) return false
  // New Year’s Day of the year after may be kept on the last Friday of this one.
  return ![day.year, day.year + 1].some((year) => holidaysOf(year).has(day.toString()))
}

const known = new Map<number, ReadonlySet<string>>()

/** Reckoned once for each year: a round has deadlines by the hundred. */
function holidaysOf(year: number): ReadonlySet<string> {
  const holidays = known.get(year) ?? new Set(federalHolidays(year).map(String))
  known.set(year, holidays)
  return holidays
}

/** The days on which they are kept. */
function federalHolidays(year: number): Temporal.PlainDate[] {
  const fixed = [
    [1, 1],
    [6, 19],
    [7, 4],
    [11, 11],
    [12, 25],
  ].map(([month, day]) => observed(Temporal.PlainDate.from({ year, month: month!, day: day! })))
  return [
    ...fixed,
    nth(year, 1, MONDAY, 3),
    nth(year, 2, MONDAY, 3),
    nth(year, 6, MONDAY, 1).subtract({ weeks: 1 }),
    nth(year, 9, MONDAY, 1),
    nth(year, 10, MONDAY, 2),
    nth(year, 11, THURSDAY, 4),
  ]
}

function observed(day: Temporal.PlainDate): Temporal.PlainDate {
  if (day.dayOfWeek === SATURDAY) return day.subtract({ days: 1 })
  return day.dayOfWeek > SATURDAY ? day.add({ days: 1 }) : day
}

function nth(year: number, month: number, weekday: number, n: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (n - 1) * 7 })
}
