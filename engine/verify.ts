import {
  type AnyCommand,
  type AnyEvent,
  type AnyTerms,
  begin,
  decide,
  evolve,
  type History,
  open,
} from './auction'
import { isRefusal } from './decision'
import { eventToJson, type Json } from './json'
import type { Bid } from './proxies'

/** The first event of a history that the rules do not bear out, by its sequence, and what they say instead. */
export interface WrongEvent {
  readonly sequence: number
  /** The events the rules lead to at this place, or the code of the refusal. Empty: nothing may follow. */
  readonly expected: readonly AnyEvent[] | string
}

/**
 * Decides every recorded command again and compares (R9.4). `null` when every event is exactly what the rules lead to.
 * Limits across lots are not judged here: they need the other lots' histories.
 */
export function firstWrongEvent(history: History<AnyTerms>): WrongEvent | null {
  const opened = history[0]
  if (opened?.type !== 'auction-opened') return { sequence: 1, expected: 'auction-opened' }
  const opening = open(opened.terms, opened.at)
  if (isRefusal(opening)) return { sequence: 1, expected: opening.code }
  let state = begin(opened)
  const bids: Bid[] = []
  for (let next = 0; next < history.length; ) {
    const recorded = history[next] as AnyEvent
    const command = commandBehind(recorded, bids)
    const decision = next === 0 ? opening : command ? decide<AnyTerms>(state, command) : []
    const wrong = { sequence: next + 1, expected: isRefusal(decision) ? decision.code : decision }
    if (isRefusal(decision) || decision.length === 0) return wrong
    for (const event of decision) {
      const found = history[next]
      if (!found || !same(eventToJson(event), eventToJson(found))) return { ...wrong, sequence: next + 1 }
      if (event.type === 'bid-accepted') bids.push(event)
      state = evolve(state, event)
      next += 1
    }
  }
  return null
}

/** The command that this event must have answered; none for what only ever follows from another event. */
function commandBehind(event: AnyEvent, bids: readonly Bid[]): AnyCommand | undefined {
  const { at } = event
  switch (event.type) {
    case 'bid-accepted':
      return {
        type: 'place-bid',
        at: event.at,
        bidder: event.bidder,
        maxMinor: event.maxMinor,
        availableMinor: null,
      }
    case 'bid-submitted':
      return {
        type: 'submit-bid',
        at,
        bidder: event.bidder,
        amountMinor: event.amountMinor,
        availableMinor: null,
      }
    case 'bid-withdrawn':
      return { type: 'withdraw-bid', at, bidder: event.bidder }
    case 'bid-voided':
      return { type: 'void-bid', at, bidder: event.bidder, reason: event.reason }
    case 'round-opened':
      return { type: 'open-round', at, startMinor: event.startMinor, endMinor: event.endMinor }
    case 'round-bid-accepted':
      return { ...event, type: 'bid-in-round', availableMinor: null }
    case 'round-ended':
      return { type: 'end-round', at }
    case 'bidder-struck':
      return { type: 'strike-bidder', at, bidder: event.bidder, bids }
    case 'auction-suspended':
      return at ? { type: 'suspend', at } : undefined
    case 'auction-resumed':
      return at ? { type: 'resume', at } : undefined
    case 'auction-cancelled':
      return { type: 'cancel', at }
    case 'auction-closed':
      return { type: 'close', at, seedHex: event.seedHex }
    case 'close-moved':
      return event.cause === 'extension'
        ? { type: 'extend', at: event.at, closesAt: event.closesAt }
        : undefined
    default:
      return undefined
  }
}

/** Equality of facts: the order of keys is a matter of storage. */
function same(a: Json | undefined, b: Json | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const left = Object.entries(a)
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => same(value, (b as Record<string, Json>)[key]))
  )
}
