import { greater } from '@/engine/amounts'
import type { AnyState } from '@/engine/auction'
import type { Limit } from './read-auction'

/** What bidders stand committed to on a lot from an instant on, by paddle, and whose bid brought it about. */
export type Stand = {
  round: string
  lot: string
  at: Date
  /** Null: the clock or an officer. */
  bidder: string | null
  committed: ReadonlyMap<string, bigint>
}

/** R7.2 by the format: the leader's maximum, sealed bids that stand, bids in a clock; once it is over, the price. */
export function commitmentsIn(state: AnyState): Map<string, bigint> {
  if (state.phase === 'cancelled') return new Map()
  if (state.format === 'open-ascending') {
    const { lead } = state
    if (!lead) return new Map()
    return new Map([[lead.leader, state.phase === 'closed' ? lead.priceMinor : lead.leaderMaxMinor]])
  }
  if (state.phase === 'closed')
    return new Map(state.result ? [[state.result.bidder, state.result.priceMinor]] : [])
  if (state.format !== 'ascending-clock')
    return new Map(state.standing.map(({ bidder, amountMinor }) => [bidder, amountMinor]))
  return new Map(
    state.places.map(({ bidder, exited, bidMinor, standingMinor }) => [
      bidder,
      exited ? 0n : greater(bidMinor ?? 0n, standingMinor ?? 0n),
    ]),
  )
}

/**
 * R7.2 by addition, in every format: no bid is accepted with which its bidder stands committed beyond its limit over the
 * lots of the round. What happened at one instant is one transaction and counts as a whole. What no bid of its own brought
 * about may stand above a limit: a clock that a bidder watches in silence takes it as far as the round begins (R7.3).
 * @returns a sentence for each bidder that once did
 */
export function checkLimits(stands: readonly Stand[], limits: readonly Limit[]): string[] {
  const limitOf = new Map(limits.map(({ round, paddle, limit }) => [`${round} ${paddle}`, limit]))
  const now = new Map<string, Stand>()
  const beyond = new Set<string>()
  const instants = Map.groupBy(stands, ({ at }) => at.getTime())
  for (const instant of [...instants.keys()].sort((a, b) => a - b)) {
    const moved = instants.get(instant) ?? []
    for (const stand of moved) now.set(stand.lot, stand)
    for (const { round, bidder } of moved) {
      const limit = bidder === null ? null : limitOf.get(`${round} ${bidder}`)
      if (bidder !== null && limit != null && sumOf(now.values(), round, bidder) > BigInt(limit))
        beyond.add(bidder)
    }
  }
  return [...beyond].map((bidder) => `Bidder ${bidder} stood committed beyond its limit.`)
}

function sumOf(stands: Iterable<Stand>, round: string, bidder: string): bigint {
  let sum = 0n
  for (const stand of stands) if (stand.round === round) sum += stand.committed.get(bidder) ?? 0n
  return sum
}
