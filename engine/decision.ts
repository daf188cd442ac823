/** Every reason the engine can give. The public sentence for each lives with the caller. */
export type RefusalCode =
  | 'bid.malformed-amount'
  | 'bid.unknown-bidder'
  | 'bid.struck'
  | 'bid.not-open'
  | 'bid.closed'
  | 'bid.suspended'
  | 'bid.below-minimum'
  | 'bid.over-limit'
  | 'bid.below-reserve'
  | 'bid.below-start'
  | 'bid.exited'
  | 'auction.malformed-terms'
  | 'auction.not-due'
  | 'auction.closed'
  | 'auction.suspended'
  | 'auction.not-suspended'
  | 'auction.not-later'
  | 'auction.wrong-command'
  | 'round.open'
  | 'round.not-open'
  | 'round.malformed-prices'
  | 'tie.seed-missing'
  | 'bidder.unknown'
  | 'bidder.already-struck'
  | 'history.mismatch'

/** A refusal is a value. It changes nothing, and it says what would have been enough where that is known. */
export interface Refusal {
  readonly code: RefusalCode
  /** `bid.below-minimum`: the least maximum that this bidder could have stated, in cents. */
  readonly minimumMinor?: bigint
  /** `auction.malformed-terms`: which setting is wrong, as a path. */
  readonly field?: string
}

export type Decision<Event> = readonly Event[] | Refusal

export function refuse(code: RefusalCode, facts: Omit<Refusal, 'code'> = {}): Refusal {
  return { code, ...facts }
}

export function isRefusal(decision: Decision<unknown>): decision is Refusal {
  return !Array.isArray(decision)
}
