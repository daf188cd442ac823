import { drawn } from '../draw'
import { type Booking, fillAll, readersOf, startBooking, sumOf } from './booking'
import type { Places } from './places'
import { findShortage, type Shortage } from './shortage'
import { worstFirst, worstOf } from './worst-first'

export type Wanted = {
  /** At least one plan; how many reviewers each gets. */
  plans: readonly { id: string; demand: number }[]
  /** How many plans each takes at most, pairs kept among them. */
  reviewers: readonly { id: string; cap: number }[]
  /** What each reviewer is worth to each plan, in ten-thousandths: rows of plans, columns of reviewers. */
  affinity: readonly (readonly number[])[]
  conflicts: readonly (readonly [plan: string, reviewer: string])[]
  /** Pairs that stand and stay, without conflict, within demands and caps. */
  kept?: readonly (readonly [plan: string, reviewer: string])[]
  objective: 'max-sum' | 'max-min-then-sum'
  seed: string
  /** What may be spent on proof: about so many sets of reviewers are looked for. */
  effort?: number
}

export type Assignment = {
  /** By plan and then by reviewer. */
  pairs: [plan: string, reviewer: string][]
  /** What all plans have together, and the worst-off, in ten-thousandths. */
  total: number
  worst: number
  /** No assignment leaves the worst-off plan more; with as much, none has a greater total. Equal to the above: proven. */
  worstAtMost: number
  totalAtMost: number
}

/** A shortage by name. */
export type Infeasible = Omit<Shortage, 'plans' | 'reviewers' | 'raise'> & {
  plans: string[]
  reviewers: string[]
  raise: { reviewer: string; by: number }[] | null
}

/** A second or two at 300 plans and 30 reviewers, where it is used up. */
const EFFORT = 12_000

/**
 * Computes the assignment (R6.3): every plan gets as many reviewers as it demands, no reviewer more than the cap, none a
 * plan of conflict. `max-sum`: the greatest total, exact. `max-min-then-sum`: the most for the worst-off plan, then the
 * greatest total; see `worst-first.ts` for when that is proven. Among equals the seed decides: plans and reviewers are
 * put in the order it draws, whatever order they came in, and everything after is determined.
 */
export function assign(wanted: Wanted): Assignment | Infeasible {
  const { places, plans, reviewers } = placesOf(wanted)
  const named = ([plan, reviewer]: readonly [number, number]): [string, string] => [
    plans[plan]!,
    reviewers[reviewer]!,
  ]
  const root = startBooking(places)
  if (fillAll(root) !== undefined) return nameShortage(findShortage(places)!, plans, reviewers)
  const { booking, worstAtMost, sumAtMost } =
    wanted.objective === 'max-sum' ? proven(root) : worstFirst(root, wanted.effort ?? EFFORT)
  const pairs = plans.flatMap((_, plan) =>
    readersOf(booking, plan).map((reviewer) => named([plan, reviewer])),
  )
  return {
    pairs: pairs.sort(byNames),
    total: sumOf(booking),
    worst: worstOf(booking),
    worstAtMost,
    totalAtMost: sumAtMost,
  }
}

/** Of greatest sum; nothing is said of the worst, which is as it is. */
const proven = (booking: Booking) => ({
  booking,
  worstAtMost: worstOf(booking),
  sumAtMost: sumOf(booking),
})

/** Dense tables in the order that the seed draws. */
function placesOf(wanted: Wanted): { places: Places; plans: string[]; reviewers: string[] } {
  const plans = inDrawnOrder(wanted.seed, 'plan', wanted.plans)
  const reviewers = inDrawnOrder(wanted.seed, 'reviewer', wanted.reviewers)
  const tableOf = (pairs: Wanted['conflicts']) => {
    const named = new Set(pairs.map((pair) => JSON.stringify(pair)))
    return (plan: string, reviewer: string) => named.has(JSON.stringify([plan, reviewer]))
  }
  const isConflict = tableOf(wanted.conflicts)
  const isKept = tableOf(wanted.kept ?? [])
  const pairs = plans.flatMap((plan) => reviewers.map((reviewer) => ({ plan, reviewer })))
  const places = {
    plans: plans.length,
    reviewers: reviewers.length,
    demand: plans.map(({ entry }) => entry.demand),
    cap: reviewers.map(({ entry }) => entry.cap),
    worth: Float64Array.from(pairs, ({ plan, reviewer }) => wanted.affinity[plan.given]![reviewer.given]!),
    open: Uint8Array.from(pairs, ({ plan, reviewer }) =>
      Number(!isConflict(plan.entry.id, reviewer.entry.id)),
    ),
    kept: Uint8Array.from(pairs, ({ plan, reviewer }) => Number(isKept(plan.entry.id, reviewer.entry.id))),
  }
  const idsOf = (entries: { entry: { id: string } }[]) => entries.map(({ entry }) => entry.id)
  return { places, plans: idsOf(plans), reviewers: idsOf(reviewers) }
}

function inDrawnOrder<T extends { id: string }>(seed: string, noun: string, entries: readonly T[]) {
  return entries
    .map((entry, given) => ({ entry, given, number: drawn(seed, `${noun}|${entry.id}`) }))
    .sort((a, b) => (a.number < b.number ? -1 : 1))
}

function nameShortage(
  shortage: Shortage,
  plans: readonly string[],
  reviewers: readonly string[],
): Infeasible {
  const { raise } = shortage
  return {
    ...shortage,
    plans: shortage.plans.map((plan) => plans[plan]!).sort(),
    reviewers: shortage.reviewers.map((reviewer) => reviewers[reviewer]!).sort(),
    raise:
      raise
        ?.map(({ reviewer, by }) => ({ reviewer: reviewers[reviewer]!, by }))
        .sort((a, b) => (a.reviewer < b.reviewer ? -1 : 1)) ?? null,
  }
}

function byNames(a: readonly [string, string], b: readonly [string, string]): number {
  const place = a[0] === b[0] ? 1 : 0
  return a[place] < b[place] ? -1 : 1
}
