/**
 * Student's t: the probability of a value of at most `t`, for a whole number of degrees of freedom (Abramowitz and
 * Stegun 26.7.3 and 26.7.4, finite sums, so exact but for rounding).
 */
export function studentBelow(t: number, degrees: number): number {
  const angle = Math.atan2(t, Math.sqrt(degrees))
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const isOdd = degrees % 2 === 1
  let term = isOdd ? cosine : 1
  let sum = degrees === 1 ? 0 : term
  for (let n = isOdd ? 3 : 2; n <= degrees - 2; n += 2) {
    term *= (cosine * cosine * (n - 1)) / n
    sum += term
  }
  const between = isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum
  return (1 + between) / 2
}
