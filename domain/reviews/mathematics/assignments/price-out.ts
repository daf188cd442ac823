import { bestReaders } from './best-readers'
import type { Places } from './places'
import type { Effort } from './search'

/** Prices settle within these or hardly ever. */
const ROUNDS = 50
const SCALE = 2 ** 20

/**
 * Whether prices show that no assignment leaves every plan worth `least`: when even the cheapest sufficient set of each
 * plan costs more together than all the room there is. Prices follow the loads round by round (the subgradient method),
 * until the effort is spent; they are whole numbers, so what they show is shown exactly. False means only that no such prices were found.
 */
export function isPricedOut(places: Places, least: number, effort: Effort): boolean {
  const { plans, reviewers, cap, worth } = places
  const prices = new Float64Array(reviewers)
  for (let round = 1; round <= ROUNDS && effort.left > 0; round += 1) {
    effort.left -= plans
    const load = new Float64Array(reviewers)
    let cost = 0
    for (let plan = 0; plan < plans; plan += 1) {
      // Among equally cheap sets the one worth most, which is where the crowd is.
      const valued = (r: number) => worth[plan * reviewers + r]! / SCALE / SCALE - prices[r]!
      const cheapest = bestReaders(places, places, plan, least, round === 1 ? valued : (r) => -prices[r]!)
      if (!cheapest) return true
      for (const r of cheapest.readers) {
        load[r]! += 1
        cost += prices[r]!
      }
    }
    if (round > 1 && cost > prices.reduce((sum, price, r) => sum + price * cap[r]!, 0)) return true
    const over = load.map((count, r) => count - cap[r]!)
    const length = Math.hypot(...over)
    if (over.every((excess) => excess <= 0)) return false
    for (const [r, excess] of over.entries()) {
      prices[r] = Math.max(0, Math.round(prices[r]! + (SCALE * excess) / length / Math.sqrt(round)))
    }
  }
  return false
}
