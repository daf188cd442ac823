/** A deposit of US$2,000,000 or more lifts the limit (R7.2). In cents. */
export const UNLIMITED_DEPOSIT_MINOR = 200_000_000n

/** The bidding limit that a deposit buys, in cents: ten times the deposit, `null` for no limit (R7.2). */
export function limitOf(depositMinor: bigint): bigint | null {
  return depositMinor >= UNLIMITED_DEPOSIT_MINOR ? null : depositMinor * 10n
}

/**
 * What is left of a limit on one lot once the commitments on the other lots of the round are taken off (R7.2).
 * `null` is no limit; never below 0.
 */
export function availableOf(limitMinor: bigint | null, committedElsewhereMinor: bigint): bigint | null {
  if (limitMinor === null) return null
  return limitMinor > committedElsewhereMinor ? limitMinor - committedElsewhereMinor : 0n
}

/** Whether an amount is more than what is left; `null` is no limit. */
export function exceeds(amountMinor: bigint, availableMinor: bigint | null): boolean {
  return availableMinor !== null && amountMinor > availableMinor
}
