import type { Increment } from '../increments'
import type { CloseMoved, Interrupted, Interruption } from '../interruptions'
import type { AuctionClosed, MaybeDate, Offer, Phase, Recorded } from '../lifecycle'
import type { RankingTerms } from '../ranking'
import type { Timetable } from '../timetables'

export interface ClockTerms extends RankingTerms {
  readonly format: 'ascending-clock'
  /** How rounds follow each other; absent where they are decided from a list. */
  readonly schedule?: ClockSchedule
}

/**
 * The first round starts at the reserve, each later one at the end price of the one before it. A round rises by so many
 * steps, each as the table has it at the start price.
 */
export interface ClockSchedule {
  readonly opensAt: Date
  readonly roundSeconds: number
  readonly recessSeconds: number
  readonly stepsPerRound: number
  readonly increments: readonly Increment[]
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

export interface ClockState extends Timetable {
  readonly format: 'ascending-clock'
  readonly terms: ClockTerms
  readonly phase: Phase
  readonly sequence: number
  /** How many events everyone may know of while bidding lasts: all but the bids. */
  readonly announced: number
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
  | Exclude<Interruption, { type: 'cancel' }>

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
  | Interrupted<MaybeDate>
  | CloseMoved
  | AuctionClosed<MaybeDate>
