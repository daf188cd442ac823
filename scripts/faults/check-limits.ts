import type { OpenAscendingState } from '@/engine/formats/open-ascending-terms'
import type { Limit } from './read-auction'

/** Who leads a lot from an instant on. */
export type Lead = { round: string; lot: string; at: Date; lead: OpenAscendingState['lead'] }

/**
 * R7.2 by addition: at no instant do the maxima with which one bidder leads lots of a round exceed its limit. What
 * happened at one instant is one transaction and counts as a whole.
 * @returns a sentence for each bidder that once did
 */
export function checkLimits(leads: readonly Lead[], limits: readonly Limit[]): string[] {
  const limitOf = new Map(limits.map(({ round, paddle, limit }) => [`${round} ${paddle}`, limit]))
  const led = new Map<string, { holder: string; minor: bigint }>()
  const beyond = new Set<string>()
  const instants = Map.groupBy(leads, ({ at }) => at.getTime())
  for (const instant of [...instants.keys()].sort((a, b) => a - b)) {
    for (const { round, lot, lead } of instants.get(instant) ?? [])
      if (lead) led.set(lot, { holder: `${round} ${lead.leader}`, minor: lead.leaderMaxMinor })
    const committed = new Map<string, bigint>()
    for (const { holder, minor } of led.values()) committed.set(holder, (committed.get(holder) ?? 0n) + minor)
    for (const [holder, minor] of committed) {
      const limit = limitOf.get(holder)
      if (limit != null && minor > BigInt(limit)) beyond.add(holder)
    }
  }
  return [...beyond].map((holder) => `Bidder ${holder.split(' ')[1]} led with more than its limit.`)
}
