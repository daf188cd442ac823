/** How values of ratings may be compared. */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** A statistic, or null and why it is undefined. */
export type Statistic = { value: number; because?: undefined } | { value: null; because: string }

/** One row per rater, one column per item; null: not rated. */
export type Ratings = readonly (readonly (number | null)[])[]

/**
 * Krippendorff's α (Krippendorff 2011, “Computing Krippendorff's Alpha-Reliability”): 1 is agreement, 0 what chance
 * gives. Items with fewer than two ratings do not count. Undefined when no item has two, when all values that count
 * are the same, and on the ratio level below zero. The order of raters and items changes not even the last bit.
 */
export function krippendorffAlpha(ratings: Ratings, level: Level): Statistic {
  const items = itemsOf(ratings).filter((values) => values.length > 1)
  if (items.length === 0) return { value: null, because: 'No item has two ratings.' }
  const values = [...new Set(items.flat())].sort((a, b) => a - b)
  if (level === 'ratio' && values[0]! < 0)
    return { value: null, because: 'The ratio level has no values below zero.' }
  if (values.length === 1) return { value: null, because: 'All ratings are the same.' }
  const counts = countEach(items, values)
  const distance = distanceOf(level, values, counts)
  const total = counts.reduce((sum, count) => sum + count, 0)
  let observed = 0
  for (const { size, c, k, pairs } of pairsOf(items, values))
    observed += (pairs * distance(c, k)) / (size - 1)
  let expected = 0
  for (const [c, m] of counts.entries()) {
    for (const [k, n] of counts.entries()) expected += m * n * distance(c, k)
  }
  return { value: 1 - ((total - 1) * observed) / expected }
}

function itemsOf(ratings: Ratings): number[][] {
  return (ratings[0] ?? []).map((_, item) =>
    ratings.map((row) => row[item] ?? null).filter((value) => value !== null),
  )
}

function countEach(items: readonly number[][], values: readonly number[]): number[] {
  const counts = new Map(values.map((value) => [value, 0]))
  for (const value of items.flat()) counts.set(value, counts.get(value)! + 1)
  return values.map((value) => counts.get(value)!)
}

/** How often each two values stand together in items of as many ratings: whole numbers, in an order of their own. */
function pairsOf(items: readonly number[][], values: readonly number[]) {
  const placeOf = new Map(values.map((value, place) => [value, place]))
  const found = new Map<string, { size: number; c: number; k: number; pairs: number }>()
  for (const item of items) {
    const counts = new Map<number, number>()
    for (const value of item) counts.set(placeOf.get(value)!, (counts.get(placeOf.get(value)!) ?? 0) + 1)
    for (const [c, m] of counts) {
      for (const [k, n] of counts) {
        const key = `${item.length} ${c} ${k}`
        const entry = found.get(key) ?? { size: item.length, c, k, pairs: 0 }
        entry.pairs += c === k ? m * (m - 1) : m * n
        found.set(key, entry)
      }
    }
  }
  return [...found.values()].sort((a, b) => a.size - b.size || a.c - b.c || a.k - b.k)
}

/** The squared difference δ² of two values, by their places. */
function distanceOf(level: Level, values: readonly number[], counts: readonly number[]) {
  let before = 0
  const middles = counts.map((count) => {
    before += count
    return before - count / 2
  })
  const difference = (c: number, k: number): number => {
    const [a, b] = [values[c]!, values[k]!]
    if (level === 'nominal') return 1
    if (level === 'ordinal') return middles[c]! - middles[k]!
    return level === 'interval' ? a - b : (a - b) / (a + b)
  }
  return (c: number, k: number) => (c === k ? 0 : difference(c, k) ** 2)
}
