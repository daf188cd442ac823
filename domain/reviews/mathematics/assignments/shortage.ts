import { fillAll, startBooking } from './booking'
import type { Places } from './places'

/** Why not all places can be filled, by index, and the smallest changes that would help. */
export type Shortage = {
  /** Plans that together need more places (`demand`) than the reviewers left to them can give (`capacity`). */
  plans: number[]
  /** Everyone who may read any of these plans; each reads a plan once. */
  reviewers: number[]
  demand: number
  capacity: number
  /** The fewest places to add to caps, by reviewer; null when no caps are enough. */
  raise: { reviewer: number; by: number }[] | null
  /** The fewest new reviewers who may read every plan, and how many plans each must take. */
  add: { reviewers: number; cap: number }
}

/**
 * Explains an assignment that is impossible (R6.3) by a set of plans that breaks Hall's condition, as small as leaving out
 * single plans makes it: Σ demand exceeds Σ min(cap, number of these plans open to the reviewer). What is kept has its
 * places already: demands, caps and open pairs are those that are left. Undefined when all places can be filled.
 */
export function findShortage(all: Places): Shortage | undefined {
  const places = withoutKept(all)
  const booking = startBooking(places)
  const stuck = fillAll(booking)
  if (stuck === undefined) return undefined
  const plans = shrink(places, reachedFrom(booking.held, places, stuck))
  const reviewers = names(places.reviewers).filter((r) => plans.some((p) => isOpen(places, p, r)))
  return {
    plans,
    reviewers,
    demand: demandOf(places, plans),
    capacity: capacityOf(places, plans),
    raise: smallestRaise(places),
    add: smallestAddition(places, Math.max(1, ...all.cap)),
  }
}

/** The places still to fill, none worth more than another. */
function withoutKept({ kept, ...places }: Places): Places {
  const { plans, reviewers, open } = places
  const rows = names(plans).map((plan) => kept.subarray(plan * reviewers, (plan + 1) * reviewers))
  return {
    ...places,
    demand: places.demand.map((demand, plan) => demand - rows[plan]!.reduce((sum, each) => sum + each, 0)),
    cap: places.cap.map((cap, r) => cap - rows.reduce((sum, row) => sum + row[r]!, 0)),
    worth: new Float64Array(plans * reviewers),
    open: open.map((each, pair) => (kept[pair] ? 0 : each)),
    kept: new Uint8Array(plans * reviewers),
  }
}

const names = (count: number) => Array.from({ length: count }, (_, index) => index)
const isOpen = ({ open, reviewers }: Places, plan: number, reviewer: number) =>
  open[plan * reviewers + reviewer] === 1
const demandOf = ({ demand }: Places, plans: readonly number[]) =>
  plans.reduce((sum, plan) => sum + demand[plan]!, 0)

/**
 * The plans whose reviewers could be exchanged for one that the stuck plan may have. No exchange frees a place, so these
 * plans break Hall's condition together.
 */
function reachedFrom(held: Uint8Array, places: Places, stuck: number): number[] {
  const { plans, reviewers } = places
  const reached = new Set([stuck])
  const seen = new Set<number>()
  for (const plan of reached) {
    for (const r of names(reviewers)) {
      if (seen.has(r) || !isOpen(places, plan, r) || held[plan * reviewers + r]) continue
      seen.add(r)
      for (const other of names(plans)) if (held[other * reviewers + r]) reached.add(other)
    }
  }
  return [...reached].sort((a, b) => a - b)
}

function capacityOf(places: Places, plans: readonly number[]): number {
  return names(places.reviewers).reduce((sum, r) => {
    const open = plans.filter((plan) => isOpen(places, plan, r)).length
    return sum + Math.min(places.cap[r]!, open)
  }, 0)
}

/** Leaves out plans without which the condition stays broken, until there is none: leaving out one may free another. */
function shrink(places: Places, plans: readonly number[]): number[] {
  for (const plan of plans) {
    const without = plans.filter((other) => other !== plan)
    if (demandOf(places, without) > capacityOf(places, without)) return shrink(places, without)
  }
  return [...plans]
}

/** Fills all with places beyond the caps at a price above all else, so as few as can be, and evenly: the least-cost flow. */
function smallestRaise(places: Places): Shortage['raise'] {
  const booking = startBooking(places)
  const dear = 1 + places.plans * demandOf(places, names(places.plans))
  if (fillAll(booking, dear) !== undefined) return null
  const over = names(places.reviewers).map((r) => ({ reviewer: r, by: booking.load[r]! - places.cap[r]! }))
  return over.filter(({ by }) => by > 0)
}

/** As many as some plan lacks at least, and more until all is filled; each takes up to `cap`. */
function smallestAddition(places: Places, cap: number): Shortage['add'] {
  const lacking = names(places.plans).map(
    (p) => places.demand[p]! - names(places.reviewers).filter((r) => isOpen(places, p, r)).length,
  )
  let reviewers = Math.max(1, ...lacking)
  for (;;) {
    const booking = startBooking(withNewcomers(places, reviewers, cap))
    if (fillAll(booking) === undefined) {
      return {
        reviewers,
        cap: booking.load.slice(places.reviewers).reduce((most, load) => Math.max(most, load)),
      }
    }
    reviewers += 1
  }
}

function withNewcomers(places: Places, count: number, cap: number): Places {
  const reviewers = places.reviewers + count
  return {
    ...places,
    reviewers,
    cap: [...places.cap, ...Array.from({ length: count }, () => cap)],
    worth: new Float64Array(places.plans * reviewers),
    open: Uint8Array.from({ length: places.plans * reviewers }, (_, pair) => {
      const [plan, r] = [Math.floor(pair / reviewers), pair % reviewers]
      return r < places.reviewers ? places.open[plan * places.reviewers + r]! : 1
    }),
    kept: new Uint8Array(places.plans * reviewers),
  }
}
