import type { Ratings, Statistic } from './krippendorff'

/** The six forms of Shrout and Fleiss (1979): for one judge, and for the mean of all k. */
export const intraclassForms = ['ICC1', 'ICC2', 'ICC3', 'ICC1k', 'ICC2k', 'ICC3k'] as const
export type Intraclass = Record<(typeof intraclassForms)[number], Statistic>

/**
 * Intraclass correlations of n items rated by the same k raters (Shrout and Fleiss 1979, “Intraclass correlations: uses
 * in assessing rater reliability”, Psychological Bulletin 86). Only for complete data of two items and two raters or
 * more; else why not. A form whose denominator is zero is undefined by itself.
 */
export function intraclass(ratings: Ratings): Intraclass | { because: string } {
  const raters = ratings.length
  const items = ratings[0]?.length ?? 0
  if (ratings.some((row) => row.length !== items || row.includes(null)))
    return { because: 'Not every rater rated every item.' }
  if (raters < 2 || items < 2) return { because: 'It takes two raters and two items.' }
  const { between, within, judges, error, scale } = meanSquares(ratings as readonly number[][])
  if (scale === 0) return { because: 'All ratings are the same.' }
  const ratio = (above: number, below: number): Statistic =>
    Math.abs(below) <= 1e-12 * scale
      ? { value: null, because: 'The items do not differ enough to compare the raters by.' }
      : { value: above / below }
  const [n, k] = [items, raters]
  return {
    ICC1: ratio(between - within, between + (k - 1) * within),
    ICC2: ratio(between - error, between + (k - 1) * error + (k * (judges - error)) / n),
    ICC3: ratio(between - error, between + (k - 1) * error),
    ICC1k: ratio(between - within, between),
    ICC2k: ratio(between - error, between + (judges - error) / n),
    ICC3k: ratio(between - error, between),
  }
}

/**
 * The mean squares between items, within items, between judges, and of what is left. All are n·k times as large as in
 * the tables, which no ratio notices: so whole ratings give whole sums, and zero is zero.
 */
function meanSquares(ratings: readonly (readonly number[])[]) {
  const lowest = ratings.flat().reduce((low, value) => Math.min(low, value))
  const centred = ratings.map((row) => row.map((value) => value - lowest))
  const raters = centred.length
  const items = centred[0]!.length
  const ofItems = centred[0]!.map((_, item) => sum(centred.map((row) => row[item]!)))
  const ofJudges = centred.map(sum)
  const all = sum(ofJudges) ** 2
  const squares = items * raters * sum(centred.map(squared))
  const itemSquares = items * squared(ofItems)
  const judgeSquares = raters * squared(ofJudges)
  return {
    between: (itemSquares - all) / (items - 1),
    within: (squares - itemSquares) / (items * (raters - 1)),
    judges: (judgeSquares - all) / (raters - 1),
    error: (squares - itemSquares - judgeSquares + all) / ((items - 1) * (raters - 1)),
    scale: squares - all,
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const squared = (values: readonly number[]) => sum(values.map((value) => value * value))
