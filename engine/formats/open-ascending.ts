/**
 * Open ascending (R7.3): an English auction with maxima stated in advance and a soft close.
 *
 * - A bid states a maximum of at least the current price plus one step, and proxies are resolved at once: `leadAfter`.
 * - A bid within the soft-close window moves the close.
 * - A struck bidder's bids count as if they had never been made; nobody else's bid is judged again.
 */
import { compare, greater } from '../amounts'
import { closeAfterBid } from '../closing-time'
import { type Decision, refuse } from '../decision'
import { stepAt } from '../increments'
import { interrupt } from '../interruptions'
import { isOver, type Offer, type Standing } from '../lifecycle'
import { exceeds } from '../limits'
import { type Bid, leadAfter, leadWithout } from '../proxies'
import { allotment, isRegistered } from '../terms'
import {
  type BidAccepted,
  type OpenAscendingCommand,
  type OpenAscendingEvent,
  type OpenAscendingState,
  type OpenAscendingTerms,
  type PlaceBid,
  problemWithTerms,
  type StrikeBidder,
} from './open-ascending-terms'

type State = OpenAscendingState
type Event = OpenAscendingEvent

export const openAscending = { problemWithTerms, begin, decide, evolve, committed, order, recompute }

/** The state just after the opening, which is event 1. */
function begin(terms: OpenAscendingTerms): State {
  const { opensAt, closesAt, hardEndsAt } = terms
  const nothingYet = { bids: 0, extensions: 0, lead: null, suspendedAt: null, struck: [] }
  return {
    format: terms.format,
    terms,
    phase: 'open',
    sequence: 1,
    opensAt,
    closesAt,
    hardEndsAt,
    ...nothingYet,
  }
}

/** The least maximum that this bidder may state now, in cents. A leader must also go above its own. */
export function minimumBid(state: State, bidder: string): bigint {
  const { lead, terms } = state
  if (!lead) return terms.reserveMinor
  const next = lead.priceMinor + stepAt(terms.increments, lead.priceMinor)
  return lead.leader === bidder ? greater(next, lead.leaderMaxMinor + 1n) : next
}

/**
 * What the bidder stands committed to on this lot, in cents, to be taken off its limit elsewhere (R7.2):
 * the leader's maximum while bidding lasts, the price once it has won, else nothing.
 */
function committed(state: State, bidder: string): bigint {
  if (state.phase === 'allotted') return allotment(state.terms, bidder)
  if (state.lead?.leader !== bidder || state.phase === 'cancelled') return 0n
  return state.phase === 'closed' ? state.lead.priceMinor : state.lead.leaderMaxMinor
}

function decide(state: State, command: OpenAscendingCommand): Decision<Event> {
  switch (command.type) {
    case 'place-bid':
      return placeBid(state, command)
    case 'strike-bidder':
      return strikeBidder(state, command)
    case 'close':
      return close(state, command.at)
    case 'suspend':
    case 'resume':
    case 'extend':
    case 'cancel':
      return interrupt(state, command)
    default:
      return refuse('auction.wrong-command')
  }
}

function placeBid(state: State, { bidder, maxMinor, at, availableMinor }: PlaceBid): Decision<Event> {
  const { terms } = state
  if (maxMinor < 0n) return refuse('bid.malformed-amount')
  if (!isRegistered(terms, bidder)) return refuse('bid.unknown-bidder')
  if (state.struck.includes(bidder)) return refuse('bid.struck')
  if (state.phase === 'suspended') return refuse('bid.suspended')
  if (state.phase !== 'open' || at >= state.closesAt) return refuse('bid.closed')
  if (at < state.opensAt) return refuse('bid.not-open')
  const minimumMinor = minimumBid(state, bidder)
  if (maxMinor < minimumMinor) return refuse('bid.below-minimum', { minimumMinor })
  if (exceeds(maxMinor, availableMinor)) return refuse('bid.over-limit')

  const { leader, priceMinor } = leadAfter(state.lead, { bidder, maxMinor }, terms)
  const sequence = state.sequence + 1
  const accepted: Event = { type: 'bid-accepted', sequence, at, bidder, maxMinor, leader, priceMinor }
  const closesAt = closeAfterBid(state, terms.softClose, at)
  if (closesAt === state.closesAt) return [accepted]
  const { hardEndsAt } = state
  return [
    accepted,
    { type: 'close-moved', sequence: sequence + 1, at, cause: 'soft-close', closesAt, hardEndsAt },
  ]
}

function strikeBidder(state: State, { bidder, at, bids }: StrikeBidder): Decision<Event> {
  if (isOver(state.phase)) return refuse('auction.closed')
  if (!isRegistered(state.terms, bidder)) return refuse('bidder.unknown')
  if (state.struck.includes(bidder)) return refuse('bidder.already-struck')
  if (!isHistoryOf(state, bids)) return refuse('history.mismatch')
  const lead = leadWithout([...state.struck, bidder], bids, state.terms)
  return [{ type: 'bidder-struck', sequence: state.sequence + 1, at, bidder, lead }]
}

function isHistoryOf(state: State, bids: readonly Bid[]): boolean {
  if (bids.length !== state.bids) return false
  const lead = leadWithout(state.struck, bids, state.terms)
  return lead?.leader === state.lead?.leader && lead?.leaderMaxMinor === state.lead?.leaderMaxMinor
}

function close(state: State, at: Date): Decision<Event> {
  if (isOver(state.phase)) return refuse('auction.closed')
  if (state.phase === 'suspended') return refuse('auction.suspended')
  if (at < state.closesAt) return refuse('auction.not-due')
  const result = { winner: state.lead?.leader ?? null, priceMinor: state.lead?.priceMinor ?? null }
  const recorded = { sequence: state.sequence + 1, at, closedAt: state.closesAt }
  return [{ type: 'auction-closed', ...recorded, ...result, tieDrawn: false, seedHex: null }]
}

/** Total: whatever was recorded is applied, in the order it was recorded. */
function evolve(state: State, event: Event): State {
  const { sequence } = event
  switch (event.type) {
    case 'bid-accepted':
      return { ...state, sequence, bids: state.bids + 1, lead: leadAfter(state.lead, event, state.terms) }
    case 'close-moved': {
      const extensions = state.extensions + (event.cause === 'soft-close' ? 1 : 0)
      return { ...state, sequence, extensions, closesAt: event.closesAt, hardEndsAt: event.hardEndsAt }
    }
    case 'bidder-struck':
      return { ...state, sequence, lead: event.lead, struck: [...state.struck, event.bidder] }
    case 'auction-suspended':
      return { ...state, sequence, phase: 'suspended', suspendedAt: event.at }
    case 'auction-resumed':
      return { ...state, sequence, phase: 'open', suspendedAt: null }
    case 'auction-cancelled':
      return { ...state, sequence, phase: 'cancelled' }
    case 'auction-closed':
      return { ...state, sequence, phase: 'closed' }
  }
}

/**
 * Final standings, highest first, struck bidders left out. The leader stands at the price: its maximum stays private.
 * The others stand at the highest maximum they stated; of equal ones the earlier comes first.
 */
function order(terms: OpenAscendingTerms, events: readonly Event[]): Standing[] {
  const bids = acceptedBids(events)
  const struck = struckBidders(events)
  const lead = leadWithout(struck, bids, terms)
  const highest = new Map<string, bigint>()
  for (const { bidder, maxMinor } of bids) {
    highest.delete(bidder)
    if (bidder !== lead?.leader && !struck.includes(bidder)) highest.set(bidder, maxMinor)
  }
  const others = [...highest].map(([bidder, amountMinor]) => ({ bidder, amountMinor }))
  others.sort((a, b) => compare(b.amountMinor, a.amountMinor))
  return lead ? [{ bidder: lead.leader, amountMinor: lead.priceMinor }, ...others] : []
}

/** Who wins, and at what price, had the defaulters never bid (R7.8, `recompute`). */
function recompute(
  terms: OpenAscendingTerms,
  events: readonly Event[],
  defaulters: readonly string[],
): Offer | null {
  const lead = leadWithout([...struckBidders(events), ...defaulters], acceptedBids(events), terms)
  return lead && { bidder: lead.leader, priceMinor: lead.priceMinor }
}

function acceptedBids(events: readonly Event[]): BidAccepted[] {
  return events.filter((event) => event.type === 'bid-accepted')
}

function struckBidders(events: readonly Event[]): string[] {
  return events.filter((event) => event.type === 'bidder-struck').map(({ bidder }) => bidder)
}
