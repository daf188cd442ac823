/**
 * Ascending clock (R7.3): rounds with a start price S and an end price E.
 *
 * - A bid is at least S. Below E it is an exit, irrevocable once the round is over; at E or above the bidder goes on.
 * - A bid above E stands as a proxy in later rounds until another replaces it; it does not bind the bidder upward.
 * - Of several valid bids in a round the last counts. Without one a proxy applies, else the bidder exits at S.
 * - When at most one bidder is in at E the clock stops. The highest standing wins and pays the highest losing one,
 *   never below the reserve; a highest standing below the reserve leaves the lot unsold.
 */
import { greater } from '../amounts'
import { type Decision, type Refusal, refuse } from '../decision'
import { problemWithIncrements, stepAt } from '../increments'
import { isOver, type MaybeDate, type Offer, resultOf, type Standing, seedOf } from '../lifecycle'
import { exceeds } from '../limits'
import { type Candidate, isDrawNeeded, rank } from '../ranking'
import { allotment, isRegistered, malformed, problemWithCommonTerms } from '../terms'
import { afterInterruption, moveTimetable, notDue, outsideBidding } from '../timetables'
import type {
  ClockCommand,
  ClockEvent,
  ClockRound,
  ClockState,
  ClockTerms,
  Place,
  PlaceInRound,
} from './ascending-clock-terms'

type State = ClockState
type Event = ClockEvent

export const ascendingClock = {
  problemWithTerms,
  begin,
  decide,
  evolve,
  committed,
  order,
  recompute,
}

function begin(terms: ClockTerms): State {
  const places = terms.bidders.map(({ id }) => ({
    bidder: id,
    standingMinor: null,
    bidMinor: null,
    exited: false,
    sequence: 1,
  }))
  return {
    format: terms.format,
    terms,
    phase: 'open',
    sequence: 1,
    announced: 1,
    opensAt: terms.schedule?.opensAt ?? null,
    closesAt: terms.schedule?.opensAt ?? null,
    suspendedAt: null,
    round: null,
    places,
    struck: [],
    result: null,
  }
}

function problemWithTerms(terms: ClockTerms): Refusal | undefined {
  const common = problemWithCommonTerms(terms)
  if (common || !terms.schedule) return common
  const { roundSeconds, recessSeconds, stepsPerRound, increments } = terms.schedule
  const row = problemWithIncrements(increments)
  if (row) return malformed(`schedule.${row}`)
  if (!Number.isSafeInteger(roundSeconds) || roundSeconds <= 0) return malformed('schedule.roundSeconds')
  if (!Number.isSafeInteger(recessSeconds) || recessSeconds < 0) return malformed('schedule.recessSeconds')
  if (!Number.isSafeInteger(stepsPerRound) || stepsPerRound <= 0) return malformed('schedule.stepsPerRound')
  return undefined
}

/** The prices of the round that follows, as the schedule has them; undefined without one, or once the clock stopped. */
export function nextRound(state: State): { startMinor: bigint; endMinor: bigint } | undefined {
  const { schedule, reserveMinor } = state.terms
  if (!schedule || isStopped(state) || isOver(state.phase)) return undefined
  const startMinor = state.round?.endMinor ?? reserveMinor
  const rise = BigInt(schedule.stepsPerRound) * stepAt(schedule.increments, startMinor)
  return { startMinor, endMinor: startMinor + rise }
}

/** How many are still in: all that R7.3 lets be announced after a round, with the next prices. */
export function remaining({ places }: State): number {
  return places.filter(({ exited }) => !exited).length
}

/** The clock has stopped: no round is open, and at most one bidder is in. */
export function isStopped(state: State): boolean {
  return state.round !== null && !state.round.isOpen && remaining(state) <= 1
}

/** In cents: what a bidder that can still win stands at, and the price for the winner after the close (R7.2). */
function committed(state: State, bidder: string): bigint {
  if (state.phase === 'closed') return state.result?.bidder === bidder ? state.result.priceMinor : 0n
  if (state.phase === 'allotted') return allotment(state.terms, bidder)
  const place = state.places.find((one) => one.bidder === bidder)
  if (!place || state.phase === 'cancelled') return 0n
  if (place.exited && !isStopped(state)) return 0n
  return greater(place.bidMinor ?? 0n, place.standingMinor ?? 0n)
}

function decide(state: State, command: ClockCommand): Decision<Event> {
  const recorded = { sequence: state.sequence + 1, at: command.at }
  if (command.type === 'bid-in-round') return bidInRound(state, command)
  if (isOver(state.phase)) return refuse('auction.closed')
  switch (command.type) {
    case 'open-round': {
      const { startMinor, endMinor } = command
      if (state.round?.isOpen) return refuse('round.open')
      if (isStopped(state)) return refuse('auction.closed')
      const early = notDue(state, command.at)
      if (early) return early
      const next = nextRound(state)
      if (next && (next.startMinor !== startMinor || next.endMinor !== endMinor))
        return refuse('round.malformed-prices')
      if (startMinor < (state.round?.endMinor ?? 0n) || endMinor <= startMinor)
        return refuse('round.malformed-prices')
      return [
        { type: 'round-opened', ...recorded, round: (state.round?.number ?? 0) + 1, startMinor, endMinor },
      ]
    }
    case 'end-round': {
      if (!state.round?.isOpen) return refuse('round.not-open')
      const early = notDue(state, command.at)
      if (early) return early
      const { number, endMinor } = state.round
      const after = state.places.map((place) => placeAfterRound(place, state.round as ClockRound))
      const exits = after
        .filter(({ exited }, index) => exited && !state.places[index]?.exited)
        .map(({ bidder }) => bidder)
      const left = after.filter(({ exited }) => !exited).length
      return [{ type: 'round-ended', ...recorded, round: number, endMinor, exits, remaining: left }]
    }
    case 'strike-bidder':
      if (!isRegistered(state.terms, command.bidder)) return refuse('bidder.unknown')
      if (state.struck.includes(command.bidder)) return refuse('bidder.already-struck')
      return [{ type: 'bidder-struck', ...recorded, bidder: command.bidder }]
    case 'cancel':
      return [{ type: 'auction-cancelled', ...recorded }]
    case 'close':
      return close(state, command.at, command.seedHex)
    case 'suspend':
    case 'resume':
    case 'extend':
      return moveTimetable(state, command)
    default:
      return refuse('auction.wrong-command')
  }
}

function bidInRound(
  state: State,
  { at, round, bidder, amountMinor, availableMinor }: PlaceInRound,
): Decision<Event> {
  if (amountMinor < 0n) return refuse('bid.malformed-amount')
  if (!isRegistered(state.terms, bidder)) return refuse('bid.unknown-bidder')
  if (state.struck.includes(bidder)) return refuse('bid.struck')
  const current = state.round
  if (isOver(state.phase) || isStopped(state) || (current && round < current.number))
    return refuse('bid.closed')
  if (!current || round > current.number) return refuse('bid.not-open')
  if (!current.isOpen) return refuse('bid.closed')
  const outside = outsideBidding(state, at)
  if (outside) return outside
  if (state.places.find((place) => place.bidder === bidder)?.exited) return refuse('bid.exited')
  if (amountMinor < current.startMinor) return refuse('bid.below-start')
  if (exceeds(amountMinor, availableMinor)) return refuse('bid.over-limit')
  return [{ type: 'round-bid-accepted', sequence: state.sequence + 1, at, round, bidder, amountMinor }]
}

/** What a round leaves a bidder at: its bid, else its proxy, else an exit at the start price. */
function placeAfterRound(place: Place, { startMinor, endMinor }: ClockRound): Place {
  if (place.exited) return place
  const proxyMinor = greater(place.standingMinor ?? 0n, startMinor)
  const standingMinor = place.bidMinor ?? proxyMinor
  return { ...place, standingMinor, bidMinor: null, exited: standingMinor < endMinor }
}

function close(state: State, at: MaybeDate, seedHex: string | null): Decision<Event> {
  if (!isStopped(state)) return refuse('auction.not-due')
  if (state.phase === 'suspended') return refuse('auction.suspended')
  const ranked = rankPlaces(state, seedHex)
  const won = first(state.terms, ranked)
  const tieDrawn = won !== null && isDrawNeeded(state.terms, ranked)
  if (tieDrawn && seedHex === null) return refuse('tie.seed-missing')
  const result = { winner: won?.bidder ?? null, priceMinor: won?.priceMinor ?? null, tieDrawn, seedHex }
  const closedAt = state.closesAt ?? at
  return [{ type: 'auction-closed', sequence: state.sequence + 1, at, closedAt, ...result }]
}

function rankPlaces({ terms, places }: State, seedHex: string | null): Candidate[] {
  const candidates = places.flatMap(({ bidder, standingMinor, sequence }) =>
    standingMinor === null ? [] : [{ bidder, amountMinor: standingMinor, measure: standingMinor, sequence }],
  )
  return rank(terms, candidates, seedHex)
}

function first({ reserveMinor }: ClockTerms, [best, second]: readonly Candidate[]): Offer | null {
  if (!best || best.amountMinor < reserveMinor) return null
  return { bidder: best.bidder, priceMinor: greater(second?.amountMinor ?? 0n, reserveMinor) }
}

/** Total: whatever was recorded is applied, in the order it was recorded. */
function evolve(before: State, event: Event): State {
  const { sequence } = event
  if (event.type === 'round-bid-accepted') {
    const bid = { bidMinor: event.amountMinor, sequence }
    const places = before.places.map((place) =>
      place.bidder === event.bidder ? { ...place, ...bid } : place,
    )
    return { ...before, sequence, places }
  }
  const state = { ...before, announced: before.announced + 1 }
  switch (event.type) {
    case 'round-opened': {
      const { round: number, startMinor, endMinor } = event
      const closesAt = after(event.at, state.terms.schedule?.roundSeconds)
      return { ...state, sequence, closesAt, round: { number, startMinor, endMinor, isOpen: true } }
    }
    case 'round-ended': {
      const round = state.round && { ...state.round, isOpen: false }
      const places = round ? state.places.map((place) => placeAfterRound(place, round)) : state.places
      const ended = { ...state, sequence, round, places }
      if (isStopped(ended)) return ended
      return { ...ended, closesAt: after(event.at, state.terms.schedule?.recessSeconds) }
    }
    case 'bidder-struck': {
      const places = state.places.filter(({ bidder }) => bidder !== event.bidder)
      return { ...state, sequence, places, struck: [...state.struck, event.bidder] }
    }
    case 'auction-suspended':
    case 'auction-resumed':
    case 'auction-cancelled':
    case 'close-moved':
      return afterInterruption(state, event)
    case 'auction-closed':
      return { ...state, sequence, phase: 'closed', result: resultOf(event) }
  }
}

/** A late tick of whoever keeps the clock shortens nothing: each stretch has its whole length from where it began. */
function after(at: MaybeDate, seconds: number | undefined): MaybeDate {
  return at && seconds !== undefined ? new Date(at.getTime() + seconds * 1000) : null
}

/** Final standings, highest first: exits, and the commitment of the one who remained. */
function order(terms: ClockTerms, events: readonly Event[]): Standing[] {
  const ranked = rankPlaces(stateAfter(terms, events), seedOf(events))
  return ranked.map(({ bidder, amountMinor }) => ({ bidder, amountMinor }))
}

/** The price with the defaulters struck from the final standings (R7.8). */
function recompute(terms: ClockTerms, events: readonly Event[], defaulters: readonly string[]): Offer | null {
  const ranked = rankPlaces(stateAfter(terms, events), seedOf(events))
  return first(
    terms,
    ranked.filter(({ bidder }) => !defaulters.includes(bidder)),
  )
}

function stateAfter(terms: ClockTerms, events: readonly Event[]): State {
  return events.reduce(evolve, begin(terms))
}
