import { lesser } from '../engine/amounts'
import {
  type AnyCommand,
  type AnyEvent,
  type AnyState,
  type AnyTerms,
  begin,
  committed,
  decide,
  evolve,
  type History,
} from '../engine/auction'
import { isRefusal } from '../engine/decision'
import { availableOf, limitOf } from '../engine/limits'
import type { ToldEvent } from './read-entries'
import type { Claim } from './round-file'
import type { Wrong } from './verdict'

type Lot = { label: string; state: AnyState | undefined }
type Step = { told: ToldEvent; before: AnyState | undefined; after: AnyState }
/** What happened at one instant, by lot. */
type Steps = ReadonlyMap<Lot, readonly Step[]>

/**
 * One limit for all names of a round (R7.2): every bid is decided once more against what its bidder stood committed to on
 * the other names at that instant. Of bids that share an instant the order across names is not known; there the least that
 * it can have been committed to elsewhere counts, so nothing right is ever called wrong.
 * Sealed bids have a check of their own, in the order received.
 */
export function checkLimits(
  told: ReadonlyMap<string, readonly ToldEvent[]>,
  claims: readonly Claim[],
): Wrong[] {
  const lots = claims.map(({ id, label }) => ({ id, lot: { label, state: undefined } as Lot }))
  const all = lots.flatMap(({ id, lot }) => (told.get(id) ?? []).map((each) => ({ lot, told: each })))
  all.sort((a, b) => timeOf(a.told.event) - timeOf(b.told.event))
  const wrong: Wrong[] = []
  for (let next = 0; next < all.length; ) {
    const instant = timeOf(all[next]!.told.event)
    const steps = new Map<Lot, Step[]>()
    for (let each = all[next]; each && timeOf(each.told.event) === instant; each = all[++next])
      steps.set(each.lot, [...(steps.get(each.lot) ?? []), takeStep(each.lot, each.told)])
    for (const [lot, own] of steps) for (const step of own) wrong.push(...beyondLimit(step, lot, lots, steps))
  }
  return wrong
}

/** `null` stands where events are told from a list: all of it one instant. */
function timeOf({ at }: AnyEvent): number {
  return at?.getTime() ?? 0
}

/** Carries a lot through one event. */
function takeStep(lot: Lot, told: ToldEvent): Step {
  const before = lot.state
  const { event } = told
  lot.state =
    event.type === 'auction-opened' ? begin(event as History<AnyTerms>[0]) : evolve(before as AnyState, event)
  return { told, before, after: lot.state }
}

/** The bid in an event whose bidder has a limit. */
function limitedBid({ told: { event }, before }: Step): { bidder: string; limitMinor: bigint } | undefined {
  if (!before || (event.type !== 'bid-accepted' && event.type !== 'round-bid-accepted')) return undefined
  const { bidder } = event
  const limitMinor = limitIn(before, bidder)
  return limitMinor === null ? undefined : { bidder, limitMinor }
}

/** The limit that the bidder’s deposit buys, as the terms have it; `null` is none. */
export function limitIn({ terms }: AnyState, bidder: string): bigint | null {
  const depositMinor = terms.bidders.find(({ id }) => id === bidder)?.depositMinor
  return depositMinor === undefined ? null : limitOf(depositMinor)
}

function beyondLimit(step: Step, lot: Lot, lots: readonly { lot: Lot }[], steps: Steps): Wrong[] {
  const bid = limitedBid(step)
  const { before, told } = step
  if (!bid || !before) return []
  let elsewhereMinor = 0n
  for (const { lot: other } of lots)
    if (other !== lot) elsewhereMinor += leastCommitted(other, steps.get(other) ?? [], bid.bidder)
  const availableMinor = availableOf(bid.limitMinor, elsewhereMinor)
  const decision = decide<AnyTerms>(before, { ...commandIn(told.event), availableMinor } as AnyCommand)
  if (!isRefusal(decision) || decision.code !== 'bid.over-limit') return []
  const { sequence } = told.event
  const problem = `Event ${sequence} of ${lot.label}.org goes beyond the limit of paddle ${bid.bidder}, all names together.`
  return [{ entry: told.entry, label: lot.label, sequence, problem, expected: decision.code }]
}

/** The least that the bidder was committed to on a lot around this instant. */
function leastCommitted({ state }: Lot, steps: readonly Step[], bidder: string): bigint {
  const states = [steps[0]?.before, ...steps.map(({ after }) => after)]
  const minors = (steps.length > 0 ? states : [state]).map((each) => (each ? committed(each, bidder) : 0n))
  return minors.reduce((least, minor) => lesser(minor, least))
}

function commandIn(event: AnyEvent) {
  return event.type === 'bid-accepted'
    ? { type: 'place-bid', at: event.at, bidder: event.bidder, maxMinor: event.maxMinor }
    : { ...event, type: 'bid-in-round' }
}
