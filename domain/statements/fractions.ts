/** `numerator / denominator` in hundredths, rounded half up; neither is negative, the denominator not 0. */
export function roundToHundredths(numerator: bigint, denominator: bigint): bigint {
  return (200n * numerator + denominator) / (2n * denominator)
}

/** `73333n` → `733.33`: hundredths of a cent as cents with two decimals. */
export function formatHundredths(hundredths: bigint): string {
  const digits = hundredths.toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
