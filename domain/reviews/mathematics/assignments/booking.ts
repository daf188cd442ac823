/**
 * An assignment in the making, of the greatest sum for the places filled so far: a flow from plans to reviewers in which
 * no exchange gains anything. Places are filled one at a time along the best chain of moves (successive shortest paths,
 * Ahuja, Magnanti and Orlin 1993, chapter 9), so the sum stays the greatest. As there are few reviewers, chains are
 * looked for among them alone: from one to the next leads the best move of any plan.
 *
 * Invariants:
 * - `held` is within `open`, kept pairs are never let go, loads stay within caps.
 * - No chain of moves from reviewers to reviewers raises the sum.
 */
import { type Places, UNREACHABLE } from './places'

export type Booking = {
  places: Places
  held: Uint8Array
  open: Uint8Array
  kept: Uint8Array
  load: Int32Array
  /** The worth each plan has so far. */
  totals: Float64Array
  /** From reviewer to reviewer: the gain of the best move, and the plan that makes it. */
  gain: Float64Array
  mover: Int32Array
  isStale: Uint8Array
}

/** What stands already, and nothing more. */
export function startBooking(places: Places): Booking {
  const { plans, reviewers } = places
  const booking: Booking = {
    places,
    held: new Uint8Array(plans * reviewers),
    open: places.open.slice(),
    kept: places.kept.slice(),
    load: new Int32Array(reviewers),
    totals: new Float64Array(plans),
    gain: new Float64Array(reviewers * reviewers),
    mover: new Int32Array(reviewers * reviewers),
    isStale: new Uint8Array(reviewers).fill(1),
  }
  for (let pair = 0; pair < plans * reviewers; pair += 1) {
    if (places.kept[pair]) hold(booking, Math.floor(pair / reviewers), pair % reviewers)
  }
  return booking
}

export function copyBooking(booking: Booking): Booking {
  return {
    places: booking.places,
    held: booking.held.slice(),
    open: booking.open.slice(),
    kept: booking.kept.slice(),
    load: booking.load.slice(),
    totals: booking.totals.slice(),
    gain: booking.gain.slice(),
    mover: booking.mover.slice(),
    isStale: booking.isStale.slice(),
  }
}

/** The sum of all worths. */
export function sumOf({ totals }: Booking): number {
  return totals.reduce((sum, total) => sum + total, 0)
}

/** The reviewers of a plan. */
export function readersOf({ places: { reviewers }, held }: Booking, plan: number): number[] {
  const readers: number[] = []
  for (let r = 0; r < reviewers; r += 1) if (held[plan * reviewers + r]) readers.push(r)
  return readers
}

/**
 * Gives each plan its reviewers. The plan at which that is impossible, or undefined when all is filled.
 *
 * @param beyondCap what the first place beyond a reviewer's cap costs, each next one 1 more; by default there is none
 */
export function fillAll(booking: Booking, beyondCap?: number): number | undefined {
  const { plans, demand } = booking.places
  for (let plan = 0; plan < plans; plan += 1) {
    for (let has = readersOf(booking, plan).length; has < demand[plan]!; has += 1) {
      if (!fillOne(booking, plan, undefined, beyondCap)) return plan
    }
  }
  return undefined
}

/** Takes a pair away for good and fills the place again, as well as can be. False when that is impossible. */
export function forbid(booking: Booking, plan: number, reviewer: number): boolean {
  const { held, open, places } = booking
  const pair = plan * places.reviewers + reviewer
  open[pair] = 0
  markPlan(booking, plan)
  if (!held[pair]) return true
  release(booking, plan, reviewer)
  return fillOne(booking, plan, reviewer)
}

/** Keeps a held pair for good. */
export function keep(booking: Booking, plan: number, reviewer: number) {
  booking.kept[plan * booking.places.reviewers + reviewer] = 1
  booking.isStale[reviewer] = 1
}

/**
 * The price of each reviewer: what one more place with them would add to the sum. At these prices every plan holds its
 * best set, so they bound what any assignment can reach (linear programming duality).
 */
export function pricesOf(booking: Booking): Float64Array {
  const { reviewers } = booking.places
  refresh(booking)
  const price = new Float64Array(reviewers)
  for (let changed = true; changed; ) {
    changed = false
    for (let from = 0; from < reviewers; from += 1) {
      for (let to = 0; to < reviewers; to += 1) {
        const reached = price[from]! + booking.gain[from * reviewers + to]!
        if (reached > price[to]!) {
          price[to] = reached
          changed = true
        }
      }
    }
  }
  return price
}

/**
 * Gives the plan one more reviewer by the chain that gains most: it takes a reviewer, whose place another plan gives up
 * for a reviewer of its own, and so on, until one has room. When a place has just been freed (`freed`), the chain ends
 * there, possibly by way of one with room: the room that was needed then is needed there no longer.
 */
function fillOne(booking: Booking, plan: number, freed: number | undefined, beyondCap?: number): boolean {
  const { places, open, held, load, gain } = booking
  const { reviewers, worth, cap } = places
  refresh(booking)
  const room = reviewers
  const reached = new Float64Array(reviewers + 1).fill(UNREACHABLE)
  const from = new Int32Array(reviewers + 1).fill(-1)
  let changed = false
  const reach = (node: number, value: number, by: number) => {
    if (value <= reached[node]!) return
    reached[node] = value
    from[node] = by
    changed = true
  }
  for (let r = 0; r < reviewers; r += 1) {
    const pair = plan * reviewers + r
    if (open[pair] && !held[pair]) reach(r, worth[pair]!, -1)
  }
  while (changed) {
    changed = false
    for (let r = 0; r < reviewers; r += 1) {
      if (reached[r] === UNREACHABLE || r === freed) continue
      if (load[r]! < cap[r]!) reach(room, reached[r]!, r)
      else if (beyondCap !== undefined) reach(room, reached[r]! - beyondCap - (load[r]! - cap[r]!), r)
      for (let to = 0; to < reviewers; to += 1) {
        const step = gain[r * reviewers + to]!
        if (step !== UNREACHABLE) reach(to, reached[r]! + step, r)
      }
    }
    if (freed === undefined || reached[room] === UNREACHABLE) continue
    for (let r = 0; r < reviewers; r += 1) if (load[r]! > 0 || r === freed) reach(r, reached[room]!, room)
  }
  const end = freed ?? room
  if (reached[end] === UNREACHABLE) return false
  const chain = [end]
  while (from[chain[0]!] !== -1) chain.unshift(from[chain[0]!]!)
  follow(booking, plan, chain)
  return true
}

/** Carries out a chain; movers are read before anything moves. */
function follow(booking: Booking, plan: number, chain: readonly number[]) {
  const { reviewers } = booking.places
  const moves = chain.slice(1).flatMap((to, i) => {
    const from = chain[i]!
    if (from === reviewers || to === reviewers) return []
    return [{ mover: booking.mover[from * reviewers + to]!, from, to }]
  })
  for (const { mover, from } of moves) release(booking, mover, from)
  hold(booking, plan, chain[0]!)
  for (const { mover, to } of moves) hold(booking, mover, to)
}

function hold(booking: Booking, plan: number, reviewer: number) {
  const pair = plan * booking.places.reviewers + reviewer
  booking.held[pair] = 1
  booking.load[reviewer]! += 1
  booking.totals[plan]! += booking.places.worth[pair]!
  markPlan(booking, plan)
}

function release(booking: Booking, plan: number, reviewer: number) {
  markPlan(booking, plan)
  const pair = plan * booking.places.reviewers + reviewer
  booking.held[pair] = 0
  booking.load[reviewer]! -= 1
  booking.totals[plan]! -= booking.places.worth[pair]!
}

/** What this plan holds or may hold has changed: so have the moves away from its reviewers. */
function markPlan({ places: { reviewers }, held, isStale }: Booking, plan: number) {
  for (let r = 0; r < reviewers; r += 1) if (held[plan * reviewers + r]) isStale[r] = 1
}

function refresh({ places, held, open, kept, gain, mover, isStale }: Booking) {
  const { plans, reviewers, worth } = places
  for (let from = 0; from < reviewers; from += 1) {
    if (!isStale[from]) continue
    isStale[from] = 0
    gain.fill(UNREACHABLE, from * reviewers, (from + 1) * reviewers)
    for (let plan = 0; plan < plans; plan += 1) {
      const row = plan * reviewers
      if (!held[row + from] || kept[row + from]) continue
      for (let to = 0; to < reviewers; to += 1) {
        if (!open[row + to] || held[row + to]) continue
        const step = worth[row + to]! - worth[row + from]!
        if (step > gain[from * reviewers + to]!) {
          gain[from * reviewers + to] = step
          mover[from * reviewers + to] = plan
        }
      }
    }
  }
}
