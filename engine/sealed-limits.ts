import { availableOf } from './limits'

/** One limit for all names of a round, and what a bidder's sealed bids stand at: as they were received (R7.2). In cents. */
export type SealedAccount = {
  readonly limitMinor: bigint | null
  /** What it was allotted without an auction (R7.4). */
  readonly allottedMinor: bigint
  readonly standing: Map<string, bigint>
}

/**
 * What was left of the limit for a bid on this lot when it was received; `null` is no limit. Takes the bid up when it can
 * stand. Bids of all lots of a round, in the order received: so the order in which lots are opened changes nothing.
 */
export function takeUpBid(
  { limitMinor, allottedMinor, standing }: SealedAccount,
  { lot, reserveMinor, amountMinor }: { lot: string; reserveMinor: bigint; amountMinor: bigint },
): bigint | null {
  let elsewhereMinor = allottedMinor
  for (const [other, minor] of standing) if (other !== lot) elsewhereMinor += minor
  const availableMinor = availableOf(limitMinor, elsewhereMinor)
  const fits = availableMinor === null || amountMinor <= availableMinor
  if (fits && amountMinor >= reserveMinor) standing.set(lot, amountMinor)
  return availableMinor
}
