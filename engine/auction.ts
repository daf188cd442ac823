/**
 * How an auction of one lot is decided (R7). Pure: no clock, no random, no I/O; instants come in with the command.
 *
 *   open(terms, at)          → the first events: they fix format, rules version and terms
 *   decide(state, command)   → events in past tense, or a refusal
 *   evolve(state, event)     → the next state; total
 *   replay(history)          → the state that a history comes to
 *   outcome(history)         → who won, at what price, and who is next
 *
 * One lot is one stream of events, numbered from 1 without gaps. Money is whole US cents.
 */
import type { Decision, Refusal } from './decision'
import { ascendingClock } from './formats/ascending-clock'
import type { ClockCommand, ClockEvent, ClockState, ClockTerms } from './formats/ascending-clock-terms'
import { openAscending } from './formats/open-ascending'
import type {
  OpenAscendingCommand,
  OpenAscendingEvent,
  OpenAscendingState,
  OpenAscendingTerms,
} from './formats/open-ascending-terms'
import type { SealedCommand, SealedEvent, SealedState, SealedTerms } from './formats/sealed-bids'
import { sealedFirstPrice } from './formats/sealed-first-price'
import { sealedQualityWeighted } from './formats/sealed-quality-weighted'
import { sealedSecondPrice } from './formats/sealed-second-price'
import type { LotAllotted, MaybeDate, Offer, Recorded, Standing } from './lifecycle'
import { malformed, type RunnerUpRule } from './terms'

/** The format held live, and the default of what follows. `Any…` is every format that the engine decides. */
export type Terms = OpenAscendingTerms
export type AuctionCommand = OpenAscendingCommand
export type AuctionEvent = EventOf<Terms>

export type AnyTerms = OpenAscendingTerms | SealedTerms | ClockTerms
export type AnyState = StateOf<AnyTerms>
export type AnyCommand = CommandOf<AnyTerms>
export type AnyEvent = EventOf<AnyTerms>

interface Shapes {
  readonly open: {
    state: OpenAscendingState
    command: OpenAscendingCommand
    event: OpenAscendingEvent
    at: Date
  }
  readonly sealed: { state: SealedState; command: SealedCommand; event: SealedEvent; at: MaybeDate }
  readonly clock: { state: ClockState; command: ClockCommand; event: ClockEvent; at: MaybeDate }
}
type ShapeOf<T extends AnyTerms> = T extends OpenAscendingTerms
  ? Shapes['open']
  : T extends SealedTerms
    ? Shapes['sealed']
    : Shapes['clock']

export type StateOf<T extends AnyTerms> = ShapeOf<T>['state']
export type CommandOf<T extends AnyTerms> = ShapeOf<T>['command']
export type EventOf<T extends AnyTerms> = AuctionOpened<T> | FollowingEvent<T>

export interface AuctionOpened<T extends AnyTerms = Terms> extends Recorded<ShapeOf<T>['at']> {
  readonly type: 'auction-opened'
  readonly terms: T
}
type FormatEvent<T extends AnyTerms = AnyTerms> = ShapeOf<T>['event']
type FollowingEvent<T extends AnyTerms> = LotAllotted<ShapeOf<T>['at']> | FormatEvent<T>

/** One lot's stream, from its opening. */
export type History<T extends AnyTerms = Terms> = readonly [AuctionOpened<T>, ...FollowingEvent<T>[]]

/** What a format answers. Methods, because a format takes only its own terms, states, commands and events. */
interface Format {
  problemWithTerms(terms: AnyTerms): Refusal | undefined
  begin(terms: AnyTerms): AnyState
  decide(state: AnyState, command: AnyCommand): Decision<FormatEvent>
  evolve(state: AnyState, event: FormatEvent): AnyState
  committed(state: AnyState, bidder: string): bigint
  order(terms: AnyTerms, events: readonly FormatEvent[]): Standing[]
  recompute(terms: AnyTerms, events: readonly FormatEvent[], defaulters: readonly string[]): Offer | null
}

const FORMATS: Record<AnyTerms['format'], Format> = {
  'open-ascending': openAscending,
  'sealed-first-price': sealedFirstPrice,
  'sealed-second-price': sealedSecondPrice,
  'sealed-quality-weighted': sealedQualityWeighted,
  'ascending-clock': ascendingClock,
}

/**
 * Opens an auction. One bidder is allotted the lot at the reserve at once (R7.4).
 * Refuses with `auction.malformed-terms` and the field.
 */
export function open<T extends AnyTerms>(terms: T, at: ShapeOf<T>['at']): History<T> | Refusal {
  if (!Object.hasOwn(FORMATS, terms.format)) return malformed('format')
  const problem = FORMATS[terms.format].problemWithTerms(terms)
  if (problem) return problem
  const opened: AuctionOpened<T> = { type: 'auction-opened', sequence: 1, at, terms }
  const [only, ...others] = terms.bidders
  if (!only || others.length > 0) return [opened]
  return [opened, { type: 'lot-allotted', sequence: 2, at, bidder: only.id, priceMinor: terms.reserveMinor }]
}

/** The state just after the opening. */
export function begin<T extends AnyTerms>({ terms }: AuctionOpened<T>): StateOf<T> {
  return FORMATS[terms.format].begin(terms) as StateOf<T>
}

/** Decides one command. A refusal is a value, and the state has not changed. */
export function decide<T extends AnyTerms = Terms>(
  state: StateOf<T>,
  command: CommandOf<T>,
): Decision<FormatEvent<T>> {
  return FORMATS[state.format].decide(state, command) as Decision<FormatEvent<T>>
}

/** Applies what was recorded. Total: it judges nothing; `firstWrongEvent` does. */
export function evolve<S extends AnyState>(state: S, event: AnyEvent): S {
  switch (event.type) {
    case 'auction-opened':
      return begin(event) as S
    case 'lot-allotted':
      return { ...state, sequence: event.sequence, phase: 'allotted' }
    default:
      return FORMATS[state.format].evolve(state, event) as S
  }
}

/** What the bidder stands committed to on this lot, in cents; the sum over a round's lots stays within its limit (R7.2). */
export function committed(state: AnyState, bidder: string): bigint {
  return FORMATS[state.format].committed(state, bidder)
}

/** The state that a history comes to. */
export function replay<T extends AnyTerms>([opened, ...events]: History<T>): StateOf<T> {
  return events.reduce((state, event) => evolve(state, event), begin(opened))
}

export interface Outcome {
  readonly status: 'open' | 'sold' | 'unsold' | 'allotted' | 'cancelled'
  readonly winner: string | null
  readonly priceMinor: bigint | null
  readonly tieDrawn: boolean
  /** Final standings, highest first. */
  readonly order: readonly Standing[]
  readonly closedAt: Date | null
  /** Who is offered the lot, and for how much, if the winner defaults: under either rule (R7.8). */
  readonly ifDefault: Readonly<Record<RunnerUpRule, Offer | null>>
}

const NOBODY: Outcome['ifDefault'] = { 'own-exit': null, recompute: null }

/** What a history comes to. `open` while it has no end. */
export function outcome(history: History<AnyTerms>): Outcome {
  const last = history[history.length - 1] as AnyEvent
  const noSale = { winner: null, priceMinor: null, tieDrawn: false, closedAt: null, ifDefault: NOBODY }
  if (last.type === 'lot-allotted') {
    const { bidder, priceMinor } = last
    const order = [{ bidder, amountMinor: priceMinor }]
    return { ...noSale, status: 'allotted', winner: bidder, priceMinor, order }
  }
  const order = standings(history)
  if (last.type === 'auction-cancelled') return { ...noSale, status: 'cancelled', order }
  if (last.type !== 'auction-closed') return { ...noSale, status: 'open', order }
  const { winner, priceMinor, tieDrawn, closedAt } = last
  if (winner === null) return { ...noSale, status: 'unsold', order, closedAt }
  const ifDefault = {
    'own-exit': offerAfterDefault(history, [winner], 'own-exit'),
    recompute: offerAfterDefault(history, [winner], 'recompute'),
  }
  return { status: 'sold', winner, priceMinor, tieDrawn, order, closedAt, ifDefault }
}

/**
 * The next bidder in order once these have defaulted, and its price: its own standing (`own-exit`), or the price
 * with the defaulters struck (`recompute`) (R7.8). `null` when nobody is left at or above the reserve.
 */
export function offerAfterDefault(
  history: History<AnyTerms>,
  defaulters: readonly string[],
  rule: RunnerUpRule,
): Offer | null {
  const [{ terms }, ...events] = history
  if (rule === 'recompute') return FORMATS[terms.format].recompute(terms, formatEvents(events), defaulters)
  const next = standings(history).find(({ bidder }) => !defaulters.includes(bidder))
  return next && next.amountMinor >= terms.reserveMinor
    ? { bidder: next.bidder, priceMinor: next.amountMinor }
    : null
}

function standings([{ terms }, ...events]: History<AnyTerms>): Standing[] {
  return FORMATS[terms.format].order(terms, formatEvents(events))
}

function formatEvents(events: readonly FollowingEvent<AnyTerms>[]): FormatEvent[] {
  return events.filter((event) => event.type !== 'lot-allotted')
}
