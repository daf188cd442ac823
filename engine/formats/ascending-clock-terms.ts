import type { AuctionClosed, MaybeDate, Offer, Phase, Recorded } from '../lifecycle'
import type { RankingTerms } from '../ranking'

export interface ClockTerms extends RankingTerms {
  readonly format: 'ascending-clock'
}

/** Where one bidder stands. */
export interface Place {
  readonly bidder: string
  /** What earlier rounds left it at, in cents; `null` before the first has ended. */
  readonly standingMinor: bigint | null
  /** Its last valid bid in the round that is open. */
  readonly bidMinor: bigint | null
  readonly exited: boolean
  /** The event that set its amount. */
  readonly sequence: number
}

export interface ClockRound {
  readonly number: number
  readonly startMinor: bigint
  readonly endMinor: bigint
  readonly isOpen: boolean
}

export interface ClockState {
  readonly format: 'ascending-clock'
  readonly terms: ClockTerms
  readonly phase: Phase
  readonly sequence: number
  /** The round that is open, or the last one. */
  readonly round: ClockRound | null
  readonly places: readonly Place[]
  readonly struck: readonly string[]
  readonly result: Offer | null
}

export interface PlaceInRound {
  readonly type: 'bid-in-round'
  readonly at: MaybeDate
  /** From 1. */
  readonly round: number
  readonly bidder: string
  readonly amountMinor: bigint
  /** What is left of the bidder's limit once its commitments on other lots are taken off; `null` is no limit (R7.2). */
  readonly availableMinor: bigint | null
}

export type ClockCommand =
  | PlaceInRound
  | {
      readonly type: 'open-round'
      readonly at: MaybeDate
      readonly startMinor: bigint
      readonly endMinor: bigint
    }
  | { readonly type: 'end-round' | 'cancel'; readonly at: MaybeDate }
  | { readonly type: 'strike-bidder'; readonly at: MaybeDate; readonly bidder: string }
  | { readonly type: 'close'; readonly at: MaybeDate; readonly seedHex: string | null }

export type ClockEvent =
  | (Recorded<MaybeDate> & {
      readonly type: 'round-opened'
      readonly round: number
      readonly startMinor: bigint
      readonly endMinor: bigint
    })
  | (Recorded<MaybeDate> & {
      readonly type: 'round-bid-accepted'
      readonly round: number
      readonly bidder: string
      readonly amountMinor: bigint
    })
  | (Recorded<MaybeDate> & {
      readonly type: 'round-ended'
      readonly round: number
      readonly endMinor: bigint
      readonly exits: readonly string[]
      readonly remaining: number
    })
  | (Recorded<MaybeDate> & { readonly type: 'bidder-struck'; readonly bidder: string })
  | (Recorded<MaybeDate> & { readonly type: 'auction-cancelled' })
  | AuctionClosed<MaybeDate>
