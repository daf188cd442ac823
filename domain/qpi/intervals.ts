/**
 * How far chance alone can carry a figure (R15.1): 95 % intervals. A portfolio is taken as a sample of what its registrar
 * does; a small one says little, and its interval is wide.
 *
 * - A share: the score interval of Wilson (1927).
 * - A mean: Student’s interval; of fewer than two cases nothing is known.
 * - A weighed sum: the method of variance estimates recovery (Zou and Donner 2008) from the intervals of its parts.
 */
export type Interval = { low: number; high: number }

const Z = 1.959963984540054

/** Of `count` in `of`, for 0 ≤ count ≤ of and of > 0. */
export function wilson(count: number, of: number): Interval {
  const share = count / of
  const middle = share + (Z * Z) / (2 * of)
  const reach = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  const whole = 1 + (Z * Z) / of
  return { low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) }
}

/** Of the mean of `count` values by their sum and the sum of their squares; undefined for fewer than two. */
export function meanInterval(sum: number, squares: number, count: number): Interval | undefined {
  if (count < 2) return undefined
  const mean = sum / count
  const variance = Math.max(0, (squares - count * mean * mean) / (count - 1))
  const reach = student(count - 1) * Math.sqrt(variance / count)
  return { low: mean - reach, high: mean + reach }
}

/** Of Σ share × value: `parts` are values with their intervals and shares of the whole. */
export function sumInterval(parts: readonly ({ value: number; share: number } & Interval)[]): Interval {
  let [sum, below, above] = [0, 0, 0]
  for (const { value, share, low, high } of parts) {
    sum += share * value
    below += (share * (value - low)) ** 2
    above += (share * (high - value)) ** 2
  }
  return { low: sum - Math.sqrt(below), high: sum + Math.sqrt(above) }
}

/** The 97.5 % quantile of Student’s distribution: a table, and beyond it Cornish and Fisher’s first terms. */
function student(degrees: number): number {
  return T[degrees - 1] ?? Z + (Z ** 3 + Z) / (4 * degrees)
}

const T = [
  12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281, 2.201, 2.1788, 2.1604,
  2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.093, 2.086,
]
