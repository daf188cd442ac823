/** A calendar quarter, such as `2013Q2`. */
export const QUARTER = /^\d{4}Q[1-4]$/

/** The first day of a quarter and the first day after it: half-open (R7.1). */
export function boundsOf(quarter: string): { from: string; to: string } {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(5))]
  return {
    from: firstDayOf(year, number),
    to: number === 4 ? firstDayOf(year + 1, 1) : firstDayOf(year, number + 1),
  }
}

function firstDayOf(year: number, number: number): string {
  return `${`${year}`.padStart(4, '0')}-${`${number * 3 - 2}`.padStart(2, '0')}-01`
}

/** The quarter in which a day lies. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}
