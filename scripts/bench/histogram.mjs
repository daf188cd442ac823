const LONGEST_MS = 60_000

/** Counts of whole milliseconds: millions of values in a megabyte of memory. */
export function newHistogram() {
  const counts = new Uint32Array(LONGEST_MS + 1)
  let total = 0
  let most = 0
  const add = (milliseconds) => {
    const whole = Math.min(LONGEST_MS, Math.max(0, Math.round(milliseconds)))
    counts[whole]++
    total++
    most = Math.max(most, whole)
  }
  /** The value that so large a share of all stays within; 0 without any. */
  const quantile = (share) => {
    let left = Math.ceil(total * share)
    let value = 0
    while (left > counts[value]) left -= counts[value++]
    return value
  }
  return { add, quantile, total: () => total, most: () => most }
}
