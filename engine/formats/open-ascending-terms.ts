import type { ClosingTime, SoftClose } from '../closing-time'
import type { Refusal } from '../decision'
import { type Increment, problemWithIncrements } from '../increments'
import type { CloseMoved, Interrupted, Interruption } from '../interruptions'
import type { AuctionClosed, Phase, Recorded } from '../lifecycle'
import type { Bid, Lead } from '../proxies'
import { type CommonTerms, malformed, problemWithCommonTerms } from '../terms'

/** Fixed at the opening. `opensAt`, `closesAt` and `hardEndsAt` are as scheduled; the state says where they are now. */
export interface OpenAscendingTerms extends CommonTerms, ClosingTime {
  readonly format: 'open-ascending'
  readonly increments: readonly Increment[]
  readonly softClose: SoftClose
}

/** As much after ten bids as after ten thousand. */
export interface OpenAscendingState extends ClosingTime {
  readonly format: 'open-ascending'
  readonly terms: OpenAscendingTerms
  readonly phase: Phase
  /** The last event of the lot's stream. */
  readonly sequence: number
  /** Bids accepted so far, struck ones included. */
  readonly bids: number
  /** How often the soft close has moved the close. */
  readonly extensions: number
  readonly lead: Lead | null
  readonly suspendedAt: Date | null
  readonly struck: readonly string[]
}

export interface PlaceBid extends Bid {
  readonly type: 'place-bid'
  readonly at: Date
  /** What is left of the bidder's limit once its commitments on other lots are taken off; `null` is no limit (R7.2). */
  readonly availableMinor: bigint | null
}

export interface StrikeBidder {
  readonly type: 'strike-bidder'
  readonly bidder: string
  readonly at: Date
  /** Every bid accepted on this lot so far, in order: the state alone does not remember who stood third. */
  readonly bids: readonly Bid[]
}

export type OpenAscendingCommand =
  | PlaceBid
  | StrikeBidder
  | Interruption
  | { readonly type: 'close'; readonly at: Date }

export interface BidAccepted extends Recorded, Bid {
  readonly type: 'bid-accepted'
  /** Who leads after this bid, and at what price. */
  readonly leader: string
  readonly priceMinor: bigint
}

export interface BidderStruck extends Recorded {
  readonly type: 'bidder-struck'
  readonly bidder: string
  /** What the remaining bids come to. */
  readonly lead: Lead | null
}

export type OpenAscendingEvent = BidAccepted | BidderStruck | CloseMoved | Interrupted | AuctionClosed

export function problemWithTerms(terms: OpenAscendingTerms): Refusal | undefined {
  const common = problemWithCommonTerms(terms)
  if (common) return common
  const row = problemWithIncrements(terms.increments)
  if (row) return malformed(row)
  if (!(terms.closesAt > terms.opensAt)) return malformed('closesAt')
  if (terms.hardEndsAt && !(terms.hardEndsAt >= terms.closesAt)) return malformed('hardEndsAt')
  if (!isDuration(terms.softClose.windowSeconds)) return malformed('softClose.windowSeconds')
  if (!isDuration(terms.softClose.extendSeconds)) return malformed('softClose.extendSeconds')
  return undefined
}

function isDuration(seconds: number): boolean {
  return Number.isSafeInteger(seconds) && seconds >= 0
}
