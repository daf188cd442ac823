/**
 * Reads an amount of whole US cents (R7.1) written as a decimal integer: no sign, no leading zero, at most 30 digits.
 * Anything else, a JSON number included, is `undefined`: the caller refuses it as `bid.malformed-amount`.
 */
export function parseAmountMinor(text: unknown): bigint | undefined {
  return typeof text === 'string' && /^(0|[1-9]\d{0,29})$/.test(text) ? BigInt(text) : undefined
}

export function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

export function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}

/** For sorting, lowest first. */
export function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
