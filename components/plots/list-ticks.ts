const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEK = 7 * 86_400_000

/** Every seventh day from `from`, before `to`. */
export function utcWeeks(from: Date, to: Date): Date[] {
  const count = Math.ceil((to.getTime() - from.getTime()) / WEEK)
  return Array.from({ length: Math.max(count, 0) }, (_, index) => new Date(from.getTime() + index * WEEK))
}

/** First days of months in [from, to), in UTC; the first one named and every January carry the year. */
export function utcMonths(from: Date, to: Date): { at: Date; name: string }[] {
  const months: { at: Date; name: string }[] = []
  const year = from.getUTCFullYear()
  for (let index = from.getUTCMonth(); ; index++) {
    const at = new Date(Date.UTC(year, index, 1))
    if (at >= to) return months
    if (at < from) continue
    const name = MONTHS[at.getUTCMonth()]!
    const withYear = months.length === 0 || at.getUTCMonth() === 0
    months.push({ at, name: withYear ? `${name} ${at.getUTCFullYear()}` : name })
  }
}
