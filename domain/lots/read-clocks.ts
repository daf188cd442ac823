import { pool } from '@/db/client'
import type { lots } from '@/db/schema/rounds'
import { describeClock } from './describe-clock'
import { stateOf, termsOf } from './lot-auction'
import type { ClockSnapshot } from './snapshot'

/** What is announced of a clock after each round (R7.3). */
export type PublicClock = Pick<ClockSnapshot, 'round' | 'state' | 'startMinor' | 'endMinor' | 'remaining'>

/** By lot, the present round of each clock that was begun and how many are in: nothing of the bids in it. */
export async function readClocks(
  found: readonly (typeof lots.$inferSelect)[],
): Promise<Map<string, PublicClock>> {
  const described = await Promise.all(
    found.map(async ({ id, auction, outcome }) => {
      const terms = auction === null ? undefined : await termsOf(pool(), id)
      const held = terms && stateOf(terms, auction)
      const clock = held?.format === 'ascending-clock' ? describeClock(held) : null
      if (!clock || outcome === 'allotted') return []
      const { round, state, startMinor, endMinor, remaining } = clock
      return [[id, { round, state, startMinor, endMinor, remaining }] as const]
    }),
  )
  return new Map(described.flat())
}
