/** The value below which that share of the values lies; 0 without any. */
export function quantile(values, share) {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0
}
