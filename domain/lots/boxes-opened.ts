import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { type AuctionFormat, lots } from '@/db/schema/rounds'
import { isSealed } from './describe-standing'

/**
 * Whether a sealed bid of the round was opened: from then on nobody may hand in another, on any lot, whatever happens to
 * the timetable. Lots allotted without an auction have no boxes.
 */
export async function boxesOpened(
  db: Reader,
  round: { id: string; format: AuctionFormat },
): Promise<boolean> {
  if (!isSealed(round)) return false
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
