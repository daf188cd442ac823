import { bestReaders, type Readers } from './best-readers'
import { type Booking, copyBooking, forbid, keep, pricesOf, readersOf, sumOf } from './booking'

/** What may still be spent, in sets of reviewers looked for. Counted and not timed, so that it repeats everywhere. */
export type Effort = { left: number }

/** What a branch costs besides. */
const BRANCH = 10

export type Search = {
  /** Undefined: none was found. */
  best: Booking | undefined
  /** Whether it stopped before everything was looked at. Otherwise the best found is the best there is. */
  gaveUp: boolean
  /** No assignment that leaves every plan worth `least` has a greater sum. */
  atMost: number
}

/**
 * Looks for the assignment of the greatest sum that leaves every plan worth `least`, by branch and bound. A plan below
 * `least` must give up at least one of its reviewers: each is tried. What a branch can still reach is bounded by the
 * best sum without `least` minus, for each plan below it, what its best sufficient set costs at the reviewers' prices.
 * The problem is hard in general (Garg, Kavitha, Kumar, Mehlhorn and Mestre 2010), so the search gives up when its effort
 * is spent and says so.
 *
 * @param root of the greatest sum, all places filled
 * @param floor only greater sums are of interest; null: the first assignment found will do
 */
export function search(
  root: Booking,
  { least, floor, effort }: { least: number; floor: number | null; effort: Effort },
): Search {
  let best: Booking | undefined
  let bar = floor ?? Number.NEGATIVE_INFINITY
  let atMost = sumOf(root)
  const visit = (booking: Booking) => {
    if (effort.left <= 0 || (best && floor === null)) return
    effort.left -= BRANCH
    const sum = sumOf(booking)
    if (sum <= bar) return
    if (booking.totals.every((total) => total >= least)) {
      best = booking
      bar = sum
      return
    }
    const repair = repairOf(booking, least, effort)
    if (booking === root && repair) atMost = sum - repair.cost
    if (!repair || sum - repair.cost <= bar) return
    for (const child of branches(booking, repair)) visit(child)
  }
  visit(root)
  const gaveUp = effort.left <= 0
  return { best, gaveUp, atMost: gaveUp ? atMost : bar }
}

/** What lifting every plan to `least` costs at least, and the plan for which it costs most; undefined: impossible. */
function repairOf(
  booking: Booking,
  least: number,
  effort: Effort,
): { cost: number; plan: number; aim: Readers } | undefined {
  const { places, totals } = booking
  const { reviewers, plans, worth } = places
  const prices = pricesOf(booking)
  let cost = 0
  let dearest: { regret: number; plan: number; aim: Readers } | undefined
  for (let plan = 0; plan < plans; plan += 1) {
    if (totals[plan]! >= least) continue
    const valued = (r: number) => worth[plan * reviewers + r]! - prices[r]!
    effort.left -= 1
    const aim = bestReaders(booking, places, plan, least, valued)
    if (!aim) return undefined
    const regret = readersOf(booking, plan).reduce((sum, r) => sum + valued(r), 0) - aim.value
    cost += regret
    if (!dearest || regret > dearest.regret) dearest = { regret, plan, aim }
  }
  return { cost, ...dearest! }
}

/** The plan gives up one of its reviewers and keeps those before: every other set is in exactly one branch. */
function branches(booking: Booking, { plan, aim }: { plan: number; aim: Readers }): Booking[] {
  const { reviewers } = booking.places
  const given = readersOf(booking, plan).filter((r) => !booking.kept[plan * reviewers + r])
  given.sort((a, b) => Number(aim.readers.includes(a)) - Number(aim.readers.includes(b)))
  const children = given.flatMap((reviewer, i) => {
    const child = copyBooking(booking)
    for (const before of given.slice(0, i)) keep(child, plan, before)
    return forbid(child, plan, reviewer) ? [{ child, sum: sumOf(child) }] : []
  })
  return children.sort((a, b) => b.sum - a.sum).map(({ child }) => child)
}
