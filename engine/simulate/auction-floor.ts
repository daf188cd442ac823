import {
  type AnyCommand,
  type AnyEvent,
  type AnyState,
  type AnyTerms,
  committed,
  decide,
  evolve,
  type History,
  open,
  replay,
} from '../auction'
import { type Decision, isRefusal, type RefusalCode } from '../decision'
import { availableOf, limitOf } from '../limits'
import { MalformedRound, type SimulatedRound, termsOf } from './simulated-round'
import type { SyntheticBidder } from './value-model'

/** One lot of a simulated round, held by the engine. */
export interface HeldLot<State extends AnyState = AnyState> {
  readonly lot: string
  readonly bidders: readonly SyntheticBidder[]
  readonly history: AnyEvent[]
  state: State
}

/** A bidder's account over all lots (R7.2). `highestMinor`: the most it ever stood committed to. */
export interface Account {
  readonly limitMinor: bigint | null
  committedMinor: bigint
  highestMinor: bigint
  /**
   * What came to it without a bid of its own, which may stand above the limit: a lot allotted at the reserve (R7.4), or
   * one won in a clock by an exit at the first start price (R7.3).
   */
  unaskedMinor: bigint
  /** How often the limit stood in its way. */
  refused: number
}

/** The lots of one simulated round, the accounts of its bidders, and what was refused. */
export interface Floor<State extends AnyState = AnyState> {
  readonly lots: readonly HeldLot<State>[]
  /** Lots that nobody bids on: they return (R7.4). */
  readonly returned: readonly string[]
  readonly accounts: ReadonlyMap<string, Account>
  readonly refusals: Map<RefusalCode, number>
}

/** Opens every lot that somebody bids on. A lot with one bidder is allotted at once (R7.4). */
export function openFloor<State extends AnyState>(
  round: SimulatedRound,
  bidders: readonly SyntheticBidder[],
): Floor<State> {
  const accounts = new Map<string, Account>(
    bidders.map(({ id, depositMinor }) => {
      const nothing = { committedMinor: 0n, highestMinor: 0n, unaskedMinor: 0n, refused: 0 }
      return [id, { limitMinor: limitOf(depositMinor), ...nothing }]
    }),
  )
  const lots: HeldLot<State>[] = []
  const returned: string[] = []
  for (const lot of round.lots) {
    const here = bidders.filter(({ values }) => values.has(lot.lot))
    if (here.length === 0) returned.push(lot.lot)
    else lots.push(openLot(round, lot, here, accounts))
  }
  return { lots, returned, accounts, refusals: new Map() }
}

function openLot<State extends AnyState>(
  round: SimulatedRound,
  lot: SimulatedRound['lots'][number],
  bidders: readonly SyntheticBidder[],
  accounts: ReadonlyMap<string, Account>,
): HeldLot<State> {
  const registered = bidders.map(({ id, depositMinor, scoreHundredths }) => ({
    id,
    depositMinor,
    scoreHundredths,
  }))
  const opening = open<AnyTerms>(termsOf(round, lot, registered), round.opensAt)
  if (isRefusal(opening)) throw new MalformedRound(opening.field ?? '')
  const state = replay<AnyTerms>(opening as History<AnyTerms>) as State
  const [only] = bidders
  if (state.phase === 'allotted' && only) {
    const account = accounts.get(only.id) as Account
    account.unaskedMinor += lot.reserveMinor
    account.committedMinor += lot.reserveMinor
    account.highestMinor = account.committedMinor
  }
  return { lot: lot.lot, bidders, history: [...opening], state }
}

/** What is left of a bidder's limit for this lot: its commitments on the others are taken off (R7.2). */
export function availableFor(floor: Floor, held: HeldLot, bidder: string): bigint | null {
  const account = floor.accounts.get(bidder) as Account
  return availableOf(account.limitMinor, account.committedMinor - committed(held.state, bidder))
}

/**
 * Asks the engine, records what it decides, and brings the accounts up to date of those whom it may concern.
 * A refusal is counted.
 */
export function act(
  floor: Floor,
  held: HeldLot,
  command: AnyCommand,
  concerned: readonly string[],
): Decision<AnyEvent> {
  const decision = decide<AnyTerms>(held.state, command)
  if (isRefusal(decision)) {
    floor.refusals.set(decision.code, (floor.refusals.get(decision.code) ?? 0) + 1)
    return decision
  }
  const before = held.state
  for (const event of decision) {
    held.history.push(event)
    held.state = evolve(held.state, event)
  }
  bringUpToDate(floor, held, before, concerned)
  return decision
}

/** Books what has changed since `before` for these bidders. */
export function bringUpToDate(
  floor: Floor,
  held: HeldLot,
  before: AnyState,
  concerned: readonly string[],
): void {
  for (const id of new Set(concerned)) {
    const account = floor.accounts.get(id) as Account
    account.committedMinor += committed(held.state, id) - committed(before, id)
    if (account.committedMinor > account.highestMinor) account.highestMinor = account.committedMinor
  }
}

/** The most a bidder can bid here: what the lot is worth to it, or what its limit leaves. */
export function mostFor(floor: Floor, held: HeldLot, { id, values }: SyntheticBidder): bigint {
  const value = values.get(held.lot) as bigint
  const available = availableFor(floor, held, id)
  return available !== null && available < value ? available : value
}
