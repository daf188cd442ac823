/** Where an auction stands. `closed`, `allotted` and `cancelled` are final. */
export type Phase = 'open' | 'suspended' | 'closed' | 'allotted' | 'cancelled'

export function isOver(phase: Phase): boolean {
  return phase !== 'open' && phase !== 'suspended'
}

/** What every event carries: its place in the lot's stream, from 1 without gaps, and the instant it was decided. */
export interface Recorded<At = Date> {
  readonly sequence: number
  readonly at: At
}

/** An instant in formats that ask no clock: `null` where sealed bids or clock rounds are decided from a list. */
export type MaybeDate = Date | null

/** One bidder only: allotted at the reserve without an auction (R7.4). */
export interface LotAllotted<At = Date> extends Recorded<At> {
  readonly type: 'lot-allotted'
  readonly bidder: string
  readonly priceMinor: bigint
}

/** The end of bidding. Without a winner the lot is unsold (R7.4). */
export interface AuctionClosed<At = Date> extends Recorded<At> {
  readonly type: 'auction-closed'
  /** The instant at which bidding ended; `at` is when the end was recorded. */
  readonly closedAt: At
  readonly winner: string | null
  readonly priceMinor: bigint | null
  /** Whether the draw (R7.5) decided who won. */
  readonly tieDrawn: boolean
  /** The published seed of the draw, in formats that draw. */
  readonly seedHex: string | null
}

/** The price with the defaulter struck, or the runner-up's own: who is offered the lot next, and for how much (R7.8). */
export interface Offer {
  readonly bidder: string
  readonly priceMinor: bigint
}

/** What a bidder stands at when bidding has ended. */
export interface Standing {
  readonly bidder: string
  readonly amountMinor: bigint
}

/** Who won, and for how much, as it was recorded. */
export function resultOf({ winner, priceMinor }: AuctionClosed<MaybeDate>): Offer | null {
  return winner !== null && priceMinor !== null ? { bidder: winner, priceMinor } : null
}

/** The seed of the draw, once the auction is closed. */
export function seedOf(events: readonly { readonly type: string }[]): string | null {
  const last = events.at(-1)
  return last?.type === 'auction-closed' ? (last as AuctionClosed<MaybeDate>).seedHex : null
}
