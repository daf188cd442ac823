/** What is counted, for one and for several: `['name', 'names']`. */
export type Counted = readonly [one: string, many: string]

/** `1 name`, `1,200 names`; what is no whole number has at most one digit after the point. */
export function sayCount(count: number, [one, many]: Counted): string {
  const shown = count.toLocaleString('en', { maximumFractionDigits: 1 })
  return `${shown} ${shown === '1' ? one : many}`
}
