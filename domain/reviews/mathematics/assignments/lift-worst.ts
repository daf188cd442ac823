import { type Booking, readersOf } from './booking'
import { type Places, UNREACHABLE } from './places'

/**
 * Makes the worst-off plans better by exchanges that leave nobody else at or below where the worst was, until none is
 * found. Not always the best there is; `search.ts` finds out. Needs no best sum, and leaves none.
 */
export function liftWorst(booking: Booking) {
  const { totals } = booking
  for (let lifted = true; lifted; ) {
    const worst = totals.reduce((least, total) => Math.min(least, total))
    const movers = tolerableMoves(booking, worst + 1)
    lifted = totals.some((total, plan) => total === worst && liftOne(booking, plan, movers))
  }
}

/** From reviewer to reviewer: a plan that may make the move without falling below `least`, or further below it. */
function tolerableMoves(booking: Booking, least: number): Int32Array {
  const { plans, reviewers, worth } = booking.places
  const movers = new Int32Array(reviewers * reviewers).fill(-1)
  const spare = new Float64Array(reviewers * reviewers).fill(UNREACHABLE)
  for (let plan = 0; plan < plans; plan += 1) {
    const row = plan * reviewers
    for (const from of readersOf(booking, plan)) {
      if (booking.kept[row + from]) continue
      for (let to = 0; to < reviewers; to += 1) {
        if (!booking.open[row + to] || booking.held[row + to]) continue
        const after = booking.totals[plan]! - worth[row + from]! + worth[row + to]!
        const margin = after - Math.min(booking.totals[plan]!, least)
        if (margin < 0 || margin <= spare[from * reviewers + to]!) continue
        spare[from * reviewers + to] = margin
        movers[from * reviewers + to] = plan
      }
    }
  }
  return movers
}

/** Exchanges one reviewer of the plan for one worth more, and moves others until the loads fit. */
function liftOne(booking: Booking, plan: number, movers: Int32Array): boolean {
  const { reviewers, worth } = booking.places
  const row = plan * reviewers
  for (const given of readersOf(booking, plan)) {
    if (booking.kept[row + given]) continue
    for (let taken = 0; taken < reviewers; taken += 1) {
      if (!booking.open[row + taken] || booking.held[row + taken]) continue
      if (worth[row + taken]! <= worth[row + given]!) continue
      const chain = findChain(booking, plan, given, taken, movers)
      if (!chain) continue
      exchange(booking, plan, given, taken)
      for (const [i, to] of chain.slice(1).entries()) {
        exchange(booking, movers[chain[i]! * reviewers + to]!, chain[i]!, to)
      }
      return true
    }
  }
  return false
}

/** The shortest chain from the reviewer taken to one with room or to the one given up; no plan moves twice in it. */
function findChain(
  { places, load }: Booking,
  plan: number,
  given: number,
  taken: number,
  movers: Int32Array,
) {
  const { reviewers, cap } = places
  const from = new Int32Array(reviewers).fill(-1)
  const queue = [taken]
  for (const at of queue) {
    if (at === given || load[at]! < cap[at]!) {
      const chain = [at]
      while (chain[0] !== taken) chain.unshift(from[chain[0]!]!)
      const moving = chain.slice(1).map((to, i) => movers[chain[i]! * reviewers + to]!)
      return new Set([plan, ...moving]).size === chain.length ? chain : undefined
    }
    for (let to = 0; to < reviewers; to += 1) {
      if (movers[at * reviewers + to]! < 0 || to === taken || from[to] !== -1) continue
      from[to] = at
      queue.push(to)
    }
  }
  return undefined
}

function exchange(booking: Booking, plan: number, given: number, taken: number) {
  const { reviewers, worth }: Places = booking.places
  const row = plan * reviewers
  booking.held[row + given] = 0
  booking.held[row + taken] = 1
  booking.load[given]! -= 1
  booking.load[taken]! += 1
  booking.totals[plan]! += worth[row + taken]! - worth[row + given]!
}
