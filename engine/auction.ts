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
import * as openAscending from './formats/open-ascending'
import type {
  OpenAscendingCommand,
  OpenAscendingEvent,
  OpenAscendingState,
  OpenAscendingTerms,
} from './formats/open-ascending-terms'
import type { LotAllotted, Offer, Recorded, Standing } from './lifecycle'
import type { RunnerUpRule } from './terms'

export type Terms = OpenAscendingTerms
export type AuctionState = OpenAscendingState
export type AuctionCommand = OpenAscendingCommand
type FormatEvent = OpenAscendingEvent

export interface AuctionOpened extends Recorded {
  readonly type: 'auction-opened'
  readonly terms: Terms
}
type FollowingEvent = LotAllotted | FormatEvent
export type AuctionEvent = AuctionOpened | FollowingEvent
export type History = readonly [AuctionOpened, ...FollowingEvent[]]

/** What a format answers. Methods, because a format takes only its own terms, states, commands and events. */
interface Format {
  problemWithTerms(terms: Terms): Refusal | undefined
  begin(terms: Terms): AuctionState
  decide(state: AuctionState, command: AuctionCommand): Decision<FormatEvent>
  evolve(state: AuctionState, event: FormatEvent): AuctionState
  order(terms: Terms, events: readonly FormatEvent[]): Standing[]
  recompute(terms: Terms, events: readonly FormatEvent[], defaulters: readonly string[]): Offer | null
}

const FORMATS: Record<Terms['format'], Format> = { 'open-ascending': openAscending }

/**
 * Opens an auction. One bidder is allotted the lot at the reserve at once (R7.4).
 * Refuses with `auction.malformed-terms` and the field.
 */
export function open(terms: Terms, at: Date): History | Refusal {
  const problem = FORMATS[terms.format].problemWithTerms(terms)
  if (problem) return problem
  const opened: AuctionOpened = { type: 'auction-opened', sequence: 1, at, terms }
  const [only, ...others] = terms.bidders
  if (!only || others.length > 0) return [opened]
  return [opened, { type: 'lot-allotted', sequence: 2, at, bidder: only.id, priceMinor: terms.reserveMinor }]
}

/** The state just after the opening. */
export function begin(opened: AuctionOpened): AuctionState {
  return FORMATS[opened.terms.format].begin(opened.terms)
}

/** Decides one command. A refusal is a value, and the state has not changed. */
export function decide(state: AuctionState, command: AuctionCommand): Decision<FormatEvent> {
  return FORMATS[state.terms.format].decide(state, command)
}

/** Applies what was recorded. Total: it judges nothing; `firstWrongEvent` does. */
export function evolve(state: AuctionState, event: AuctionEvent): AuctionState {
  switch (event.type) {
    case 'auction-opened':
      return begin(event)
    case 'lot-allotted':
      return { ...state, sequence: event.sequence, phase: 'allotted' }
    default:
      return FORMATS[state.terms.format].evolve(state, event)
  }
}

export function replay([opened, ...events]: History): AuctionState {
  return events.reduce<AuctionState>(evolve, begin(opened))
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
export function outcome(history: History): Outcome {
  const last = history[history.length - 1] as AuctionEvent
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
 * with the defaulters struck (`recompute`) (R7.8). `null` when nobody is left.
 */
export function offerAfterDefault(
  history: History,
  defaulters: readonly string[],
  rule: RunnerUpRule,
): Offer | null {
  const [{ terms }, ...events] = history
  if (rule === 'recompute') return FORMATS[terms.format].recompute(terms, formatEvents(events), defaulters)
  const next = standings(history).find(({ bidder }) => !defaulters.includes(bidder))
  return next ? { bidder: next.bidder, priceMinor: next.amountMinor } : null
}

function standings([{ terms }, ...events]: History): Standing[] {
  return FORMATS[terms.format].order(terms, formatEvents(events))
}

function formatEvents(events: readonly FollowingEvent[]): FormatEvent[] {
  return events.filter((event) => event.type !== 'lot-allotted')
}
