import { bestReaders } from './best-readers'
import { type Booking, copyBooking, sumOf } from './booking'
import { liftWorst } from './lift-worst'
import type { Places } from './places'
import { isPricedOut } from './price-out'
import { type Effort, search } from './search'

export type WorstFirst = {
  booking: Booking
  /** No assignment leaves the worst-off plan more, and none that leaves it as much has a greater sum. */
  worstAtMost: number
  sumAtMost: number
}

/**
 * The assignment that leaves the worst-off plan the most, and of those the one of the greatest sum (R6.3; the aim of
 * PR4A, Stelmakh, Shah and Singh 2019). The worst is lifted by exchanges, then by search, until it meets a bound; then
 * the sum is searched for at that worst. Exact when both bounds are met; else they say how far off it can be at most.
 *
 * @param root of the greatest sum, all places filled
 * @param most the effort for the worst, and as much again for the sum
 */
export function worstFirst(root: Booking, most: number): WorstFirst {
  let booking = lifted(root, root)
  let ceiling = ceilingOf(root)
  const effort = { left: most }
  while (worstOf(booking) < ceiling) {
    const next = worstOf(booking) + 1
    if (isPricedOut(root.places, next, effort)) {
      ceiling = worstOf(booking)
      break
    }
    // The other half is for the bound, should the search give up.
    const half = { left: effort.left / 2 }
    const { best, gaveUp } = search(root, { least: next, floor: null, effort: half })
    effort.left -= effort.left / 2 - half.left
    if (best) booking = lifted(root, best)
    else {
      ceiling = gaveUp ? lowerCeiling(root.places, next, ceiling, effort) : worstOf(booking)
      break
    }
  }
  const last = { least: worstOf(booking), floor: sumOf(booking), effort: { left: most } }
  const { best, atMost } = search(root, last)
  return { booking: best ?? booking, worstAtMost: ceiling, sumAtMost: atMost }
}

export function worstOf({ totals }: Booking): number {
  return totals.reduce((least, total) => Math.min(least, total))
}

/** What the worst-off plan would have if every plan could choose first, or if all shared the greatest sum alike. */
function ceilingOf(root: Booking): number {
  const { places } = root
  const own = (plan: number) =>
    bestReaders(
      places,
      places,
      plan,
      Number.NEGATIVE_INFINITY,
      (r) => places.worth[plan * places.reviewers + r]!,
    )
  const alike = Math.floor(sumOf(root) / places.plans)
  return Math.min(alike, ...root.totals.map((_, plan) => own(plan)!.value))
}

/** Halves the span between a worst that may be possible and one that is not, as far as the effort goes. */
function lowerCeiling(places: Places, possible: number, ceiling: number, effort: Effort): number {
  let [low, high] = [possible, ceiling]
  while (low < high && effort.left > 0) {
    const middle = Math.floor((low + high) / 2) + 1
    if (isPricedOut(places, middle, effort)) high = middle - 1
    else low = middle
  }
  return high
}

/** These pairs, lifted within all that is open: a branch of a search had closed some. */
function lifted(root: Booking, { held, load, totals }: Booking): Booking {
  const booking = copyBooking({ ...root, held, load, totals })
  liftWorst(booking)
  return booking
}
