/** The least, three quantiles by nearest rank, and the greatest of some values. */
export interface Quantiles<T> {
  readonly min: T
  readonly p10: T
  readonly p50: T
  readonly p90: T
  readonly max: T
}

/** Of at least one value. A quantile is one of the values, so that amounts stay whole. */
export function quantilesOf<N extends number | bigint>(values: readonly N[]): Quantiles<N> {
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const at = (percent: number) => sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)] as N
  return { min: at(0), p10: at(10), p50: at(50), p90: at(90), max: at(100) }
}
