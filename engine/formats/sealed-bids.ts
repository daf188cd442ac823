/**
 * What the sealed formats share (R7.3): the last valid bid of a bidder counts, a withdrawal takes it back, an invalid
 * bid changes nothing. The formats differ in what a bid is ranked by and in what the winner pays.
 */
import { type Decision, type Refusal, refuse } from '../decision'
import type { CloseMoved, Interrupted, Interruption } from '../interruptions'
import {
  type AuctionClosed,
  isOver,
  type MaybeDate,
  type Offer,
  type Phase,
  type Recorded,
  resultOf,
  type Standing,
  seedOf,
} from '../lifecycle'
import { exceeds } from '../limits'
import { type Candidate, isDrawNeeded, type RankingTerms, rank } from '../ranking'
import { allotment, isRegistered, malformed, problemWithCommonTerms } from '../terms'
import { afterInterruption, moveTimetable, notDue, outsideBidding, type Timetable } from '../timetables'

export type SealedFormat = 'sealed-first-price' | 'sealed-second-price' | 'sealed-quality-weighted'

export interface SealedTerms extends RankingTerms {
  readonly format: SealedFormat
  /** The pass line, and the coefficient of a plan that scores 100, in basis points (R7.6); `null` where quality does not count. */
  readonly quality: { readonly passHundredths: number; readonly cmaxBp: number } | null
  /** When sealed bids are taken; absent where bids are decided from a list. */
  readonly opensAt?: Date
  readonly closesAt?: Date
}

export interface SealedBid extends Standing {
  readonly sequence: number
}

export interface SealedState extends Timetable {
  readonly format: SealedFormat
  readonly terms: SealedTerms
  readonly phase: Phase
  readonly sequence: number
  /** The standing bid of each bidder that has one. */
  readonly standing: readonly SealedBid[]
  readonly struck: readonly string[]
  readonly result: Offer | null
}

export type SealedCommand =
  | (Standing & {
      readonly type: 'submit-bid'
      readonly at: MaybeDate
      readonly availableMinor: bigint | null
    })
  | { readonly type: 'withdraw-bid' | 'strike-bidder'; readonly bidder: string; readonly at: MaybeDate }
  | {
      readonly type: 'void-bid'
      readonly bidder: string
      readonly at: MaybeDate
      /** Why it does not count, found when it was opened (R8.3). */
      readonly reason: string
    }
  | { readonly type: 'cancel'; readonly at: MaybeDate }
  | Exclude<Interruption, { type: 'cancel' }>
  | { readonly type: 'close'; readonly at: MaybeDate; readonly seedHex: string | null }

export type SealedEvent =
  | (Recorded<MaybeDate> & Standing & { readonly type: 'bid-submitted' })
  | (Recorded<MaybeDate> & { readonly type: 'bid-withdrawn' | 'bidder-struck'; readonly bidder: string })
  | (Recorded<MaybeDate> & {
      readonly type: 'bid-voided'
      readonly bidder: string
      readonly reason: string
    })
  | Interrupted<MaybeDate>
  | CloseMoved
  | AuctionClosed<MaybeDate>

type State = SealedState
type Event = SealedEvent

/** What makes a sealed format itself. */
export interface Pricing {
  /** What a bid is ranked by. */
  measure(terms: SealedTerms, bid: Standing): bigint
  /** What the first of these pays, in cents; there is at least one. */
  price(terms: SealedTerms, ranked: readonly [Candidate, ...Candidate[]]): bigint
  problemWithTerms?(terms: SealedTerms): Refusal | undefined
}

export function sealedFormat(pricing: Pricing) {
  function rankBids(terms: SealedTerms, bids: readonly SealedBid[], seedHex: string | null): Candidate[] {
    const candidates = bids.map((bid) => ({ ...bid, measure: pricing.measure(terms, bid) }))
    return rank(terms, candidates, seedHex)
  }

  function first(terms: SealedTerms, [best, ...others]: readonly Candidate[]): Offer | null {
    return best ? { bidder: best.bidder, priceMinor: pricing.price(terms, [best, ...others]) } : null
  }

  function close(state: State, at: MaybeDate, seedHex: string | null): Decision<Event> {
    const early = notDue(state, at)
    if (early) return early
    const ranked = rankBids(state.terms, state.standing, seedHex)
    const tieDrawn = isDrawNeeded(state.terms, ranked)
    if (tieDrawn && seedHex === null) return refuse('tie.seed-missing')
    const won = first(state.terms, ranked)
    const result = { winner: won?.bidder ?? null, priceMinor: won?.priceMinor ?? null, tieDrawn, seedHex }
    const closedAt = state.closesAt ?? at
    return [{ type: 'auction-closed', sequence: state.sequence + 1, at, closedAt, ...result }]
  }

  return {
    problemWithTerms: (terms: SealedTerms) =>
      problemWithCommonTerms(terms) ?? problemWithTimes(terms) ?? pricing.problemWithTerms?.(terms),
    begin,
    evolve,
    committed,
    decide: (state: State, command: SealedCommand): Decision<Event> =>
      command.type === 'close' && !isOver(state.phase)
        ? close(state, command.at, command.seedHex)
        : decideBeforeClose(state, command),
    order: (terms: SealedTerms, events: readonly Event[]): Standing[] =>
      rankBids(terms, standingAfter(terms, events), seedOf(events)).map(({ bidder, amountMinor }) => ({
        bidder,
        amountMinor,
      })),
    recompute: (
      terms: SealedTerms,
      events: readonly Event[],
      defaulters: readonly string[],
    ): Offer | null => {
      const others = standingAfter(terms, events).filter(({ bidder }) => !defaulters.includes(bidder))
      return first(terms, rankBids(terms, others, seedOf(events)))
    },
  }
}

function begin(terms: SealedTerms): State {
  const times = { opensAt: terms.opensAt ?? null, closesAt: terms.closesAt ?? null, suspendedAt: null }
  const nothingYet = { standing: [], struck: [], result: null }
  return { format: terms.format, terms, phase: 'open', sequence: 1, ...times, ...nothingYet }
}

function problemWithTimes({ opensAt, closesAt }: SealedTerms): Refusal | undefined {
  if (!opensAt && !closesAt) return undefined
  return opensAt && closesAt && closesAt > opensAt ? undefined : malformed('closesAt')
}

/** In cents: the standing bid until the close, the price for the winner after it (R7.2). */
function committed({ terms, phase, standing, result }: State, bidder: string): bigint {
  if (phase === 'closed') return result?.bidder === bidder ? result.priceMinor : 0n
  if (phase === 'allotted') return allotment(terms, bidder)
  if (phase === 'cancelled') return 0n
  return standing.find((bid) => bid.bidder === bidder)?.amountMinor ?? 0n
}

function decideBeforeClose(state: State, command: SealedCommand): Decision<Event> {
  const recorded = { sequence: state.sequence + 1, at: command.at }
  switch (command.type) {
    case 'submit-bid': {
      const { bidder, amountMinor, availableMinor } = command
      if (amountMinor < 0n) return refuse('bid.malformed-amount')
      const barred = barredFromBidding(state, bidder, command.at)
      if (barred) return barred
      if (amountMinor < state.terms.reserveMinor) return refuse('bid.below-reserve')
      if (exceeds(amountMinor, availableMinor)) return refuse('bid.over-limit')
      return [{ type: 'bid-submitted', ...recorded, bidder, amountMinor }]
    }
    case 'withdraw-bid':
      return (
        barredFromBidding(state, command.bidder, command.at) ?? [
          { type: 'bid-withdrawn', ...recorded, bidder: command.bidder },
        ]
      )
    case 'void-bid':
      if (isOver(state.phase)) return refuse('auction.closed')
      if (!isRegistered(state.terms, command.bidder)) return refuse('bidder.unknown')
      return [{ type: 'bid-voided', ...recorded, bidder: command.bidder, reason: command.reason }]
    case 'suspend':
    case 'resume':
    case 'extend':
      return moveTimetable(state, command)
    case 'strike-bidder':
      if (isOver(state.phase)) return refuse('auction.closed')
      if (!isRegistered(state.terms, command.bidder)) return refuse('bidder.unknown')
      if (state.struck.includes(command.bidder)) return refuse('bidder.already-struck')
      return [{ type: 'bidder-struck', ...recorded, bidder: command.bidder }]
    case 'cancel':
      return isOver(state.phase) ? refuse('auction.closed') : [{ type: 'auction-cancelled', ...recorded }]
    case 'close':
      return refuse('auction.closed')
    default:
      return refuse('auction.wrong-command')
  }
}

/** Why this bidder cannot hand in or withdraw a sealed bid at this instant, if so; what is in the bid plays no part. */
export function barredFromBidding(state: State, bidder: string, at: MaybeDate): Refusal | undefined {
  if (!isRegistered(state.terms, bidder)) return refuse('bid.unknown-bidder')
  if (state.struck.includes(bidder)) return refuse('bid.struck')
  return outsideBidding(state, at)
}

function evolve(state: State, event: Event): State {
  const { sequence } = event
  switch (event.type) {
    case 'bid-submitted': {
      const { bidder, amountMinor } = event
      return { ...state, sequence, standing: [...without(state, bidder), { bidder, amountMinor, sequence }] }
    }
    case 'bid-withdrawn':
      return { ...state, sequence, standing: without(state, event.bidder) }
    case 'bidder-struck':
      return {
        ...state,
        sequence,
        standing: without(state, event.bidder),
        struck: [...state.struck, event.bidder],
      }
    case 'bid-voided':
      return { ...state, sequence }
    case 'auction-suspended':
    case 'auction-resumed':
    case 'auction-cancelled':
    case 'close-moved':
      return afterInterruption(state, event)
    case 'auction-closed':
      return { ...state, sequence, phase: 'closed', result: resultOf(event) }
  }
}

function without({ standing }: State, bidder: string): SealedBid[] {
  return standing.filter((bid) => bid.bidder !== bidder)
}

function standingAfter(terms: SealedTerms, events: readonly Event[]): readonly SealedBid[] {
  return events.reduce(evolve, begin(terms)).standing
}
