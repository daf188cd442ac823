import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { type AuctionFormat, lots } from '@/db/schema/rounds'
import { openings } from '@/db/schema/sealing'
import { isSealed } from './describe-standing'

/**
 * Whether the opening of the round has begun: from then on nobody may hand in another, on any lot, whatever happens to
 * the timetable. Lots allotted without an auction have no boxes;
 * where nobody bid there is nothing to open, and lots close by themselves.
 */
export async function boxesOpened(
  db: Reader,
  round: { id: string; format: AuctionFormat },
): Promise<boolean> {
  if (!isSealed(round)) return false
  const [begun] = await db
    .select({ id: openings.roundId })
    .from(openings)
    .where(eq(openings.roundId, round.id))
  if (begun) return true
  const [opened] = await db
    .select({ id: lots.id })
    .from(lots)
    .where(
      and(
        eq(lots.roundId, round.id),
        inArray(lots.state, ['closed', 'final']),
        inArray(lots.outcome, ['sold', 'unsold']),
      ),
    )
    .limit(1)
  return opened !== undefined
}
