/** `numerator / denominator` in hundredths, rounded half up; neither is negative, the denominator not 0. */
export function roundToHundredths(numerator: bigint, denominator: bigint): bigint {
  return (200n * numerator + denominator) / (2n * denominator)
}

/** `73333n` → `733.33`: hundredths of a cent as cents with two decimals. */
export function formatHundredths(hundredths: bigint): string {
  const digits = hundredths.toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** `733.33` cents → `US$7.3333`: a price with hundredths of a cent, for people. */
export function fineDollars(cents: string): string {
  const [whole = '0', fraction = '00'] = cents.split('.')
  const digits = whole.padStart(3, '0')
  return `US$${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`
}
