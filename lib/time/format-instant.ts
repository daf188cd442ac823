/**
 * How an instant is written for people: in the viewer's zone with its abbreviation, and in UTC in the same line, so that
 * no deadline can be read in two ways (R7.1). English, 24 hours, never "midnight". Built on Intl alone.
 */

type Parts = Record<'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute' | 'second', string>

/** Each English knows the abbreviations of its own region only; the first that has a name for the zone wins. */
const NAMING_LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-ZA']
const UTC = new Set(['UTC', 'Etc/UTC', 'Etc/UCT', 'UCT', 'Zulu', 'Universal'])
const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * `Tue 1 Dec 2026, 11:00 EST (16:00 UTC)`; in UTC just `Tue 1 Dec 2026, 16:00 UTC`. When the two days differ the UTC
 * side carries its own. With `today` (an instant) the days around it read Yesterday, Today and Tomorrow.
 * `zone` is an IANA name that `lib/time/zones` accepts; an unknown one throws a RangeError.
 */
export function formatInstant(
  at: Date,
  zone: string,
  { today, seconds = false }: { today?: Date; seconds?: boolean } = {},
): string {
  const here = partsOf(at, zone)
  const day = nearDay(at, zone, today) ?? `${dayOf(here)} ${here.year},`
  if (UTC.has(zone)) return `${day} ${clockOf(here, seconds)} UTC`
  return `${day} ${clockOf(here, seconds)} ${zoneName(at, zone)} (${utcSide(at, here, seconds)})`
}

/** `Tue 1 Dec 2026`: the day in the zone, for dates without a time of day. */
export function formatDay(at: Date, zone: string): string {
  const parts = partsOf(at, zone)
  return `${dayOf(parts)} ${parts.year}`
}

/** `1 Dec 2026`: a calendar day given as `2026-12-01`, the same everywhere; what is no day stays as it was written. */
export function formatCalendarDay(iso: string): string {
  const day = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(day.getTime())) return iso
  const { day: number, month, year } = partsOf(day, 'UTC')
  return `${number} ${month} ${year}`
}

/** `1 Dec`: the day in the zone, where the year is plain. */
export function formatShortDay(at: Date, zone: string): string {
  const { day, month } = partsOf(at, zone)
  return `${day} ${month}`
}

/** `11:03:22 EST (16:03:22 UTC)`: a time of today, such as "Saved …". */
export function formatTimeOfDay(at: Date, zone: string): string {
  const here = partsOf(at, zone)
  if (UTC.has(zone)) return `${clockOf(here, true)} UTC`
  return `${clockOf(here, true)} ${zoneName(at, zone)} (${clockOf(partsOf(at, 'UTC'), true)} UTC)`
}

/** `EST`, `LHDT`, or `UTC+5:45` where English has no name for the zone. Depends on the instant, not only on the zone. */
export function zoneName(at: Date, zone: string): string {
  if (UTC.has(zone)) return 'UTC'
  const names = NAMING_LOCALES.map((locale) => shortName(at, zone, locale))
  return names.find((name) => !/^GMT[+-]/.test(name)) ?? names[0]!.replace('GMT', 'UTC')
}

function utcSide(at: Date, here: Parts, seconds: boolean): string {
  const utc = partsOf(at, 'UTC')
  const sameDay = utc.day === here.day && utc.month === here.month
  return `${sameDay ? '' : `${dayOf(utc)}, `}${clockOf(utc, seconds)} UTC`
}

function nearDay(at: Date, zone: string, today: Date | undefined): string | undefined {
  if (!today) return undefined
  const distance = dayNumber(partsOf(at, zone)) - dayNumber(partsOf(today, zone))
  return { [-1]: 'Yesterday', 0: 'Today', 1: 'Tomorrow' }[distance]
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function dayNumber({ year, month, day }: Parts): number {
  return Date.UTC(Number(year), MONTHS.indexOf(month), Number(day)) / 86_400_000
}

function dayOf({ weekday, day, month }: Parts): string {
  return `${weekday} ${day} ${month}`
}

function clockOf({ hour, minute, second }: Parts, seconds: boolean): string {
  return seconds ? `${hour}:${minute}:${second}` : `${hour}:${minute}`
}

function partsOf(at: Date, zone: string): Parts {
  const format = formatter('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value])) as Parts
}

function shortName(at: Date, zone: string, locale: string): string {
  const format = formatter(locale, { timeZone: zone, timeZoneName: 'short' })
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')!.value
}

/** Making a formatter costs far more than using it, and a page prints hundreds of instants. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${options.timeZone} ${options.timeZoneName ?? ''}`
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formatters.set(key, made)
  return made
}
