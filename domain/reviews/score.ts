/**
 * The score of a plan and the pass line (R6.5 raw score, R6.6).
 *
 * Invariants:
 * - *Not applicable* and blank are null: they enter no mean and are never 0 (R6.1). A criterion nobody scored
 *   leaves the plan without a score; its weight is not shared out among the others.
 * - Everything is decided in exact fractions. A plan exactly on the pass line passes; one a hair below does
 *   not, even where two decimals print the same.
 */

/**
 * Weights in basis points, sum 10,000. Pass line in hundredths of a point of 100, minimum in hundredths of a
 * scale point.
 */
export type Rubric = {
  criteria: readonly { id: string; weightBp: number }[]
  scale: { min: number; max: number }
  passLineHundredths: number
  criterionMinimumHundredths: number
}

/** One reviewer's whole-number scores by criterion; null or absent: not applicable or blank. */
export type Scores = Readonly<Record<string, number | null | undefined>>

/** A criterion whose scores lie two or more apart and must be discussed (R6.6). */
export type Disagreement = { criterion: string; min: number; max: number; range: number }

export type PlanScore = {
  /** 0–100, as precise as a number can hold it; null when a criterion has no score at all. */
  score: number | null
  /** The same in hundredths, rounded half up, for storage and for prices (R7.6). */
  scoreHundredths: number | null
  /** The mean of each criterion on the rubric's scale, null where nobody scored it. */
  byCriterion: Record<string, number | null>
  reviews: number
  passes: boolean
  disagreements: Disagreement[]
}

const DISAGREEMENT_RANGE = 2

/** Scores one plan from its reviews. Scores must lie within the scale; the caller's schema sees to that. */
export function scorePlan(rubric: Rubric, reviews: readonly Scores[]): PlanScore {
  const tallies = rubric.criteria.map((criterion) => tally(criterion, reviews))
  const exact = tallies.every(({ count }) => count > 0) ? weigh(rubric, tallies) : null
  return {
    score: exact && Number(exact.points) / Number(exact.of),
    scoreHundredths: exact && Number((exact.points * 200n + exact.of) / (exact.of * 2n)),
    byCriterion: Object.fromEntries(
      tallies.map(({ id, sum, count }) => [id, count > 0 ? sum / count : null]),
    ),
    reviews: reviews.length,
    passes:
      exact !== null &&
      exact.points * 100n >= BigInt(rubric.passLineHundredths) * exact.of &&
      tallies.every(({ sum, count }) => sum * 100 >= rubric.criterionMinimumHundredths * count),
    disagreements: tallies
      .filter(({ count, min, max }) => count > 0 && max - min >= DISAGREEMENT_RANGE)
      .map(({ id, min, max }) => ({ criterion: id, min, max, range: max - min })),
  }
}

type Tally = { id: string; weightBp: number; sum: number; count: number; min: number; max: number }

function tally({ id, weightBp }: Rubric['criteria'][number], reviews: readonly Scores[]): Tally {
  const values = reviews.map((scores) => scores[id]).filter((value) => typeof value === 'number')
  return {
    id,
    weightBp,
    sum: values.reduce((sum, value) => sum + value, 0),
    count: values.length,
    min: Math.min(...values),
    max: Math.max(...values),
  }
}

/**
 * 100 × Σ weight × mean / 5 as a fraction, over the least common multiple of the numbers of scores. On a
 * scale that does not start at 0 a mean counts from the scale's lowest value, so that the score spans 0–100
 * all the same.
 */
function weigh({ scale }: Rubric, tallies: readonly Tally[]) {
  const common = tallies.reduce((multiple, { count }) => leastCommonMultiple(multiple, BigInt(count)), 1n)
  const points = tallies.reduce(
    (total, { weightBp, sum, count }) =>
      total + (BigInt(weightBp) * BigInt(sum - count * scale.min) * common) / BigInt(count),
    0n,
  )
  return { points, of: 100n * BigInt(scale.max - scale.min) * common }
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}
