import { and, count, eq, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { reconsiderations } from '@/db/schema/reviews'

/** How many requests for reconsideration of a round are still to be decided: while there is one, bidding does not open (R6.7). */
export async function countPending(db: Reader, roundId: string): Promise<number> {
  const [row] = await db
    .select({ pending: count() })
    .from(reconsiderations)
    .innerJoin(applications, eq(applications.id, reconsiderations.applicationId))
    .where(and(eq(applications.roundId, roundId), isNull(reconsiderations.decidedAt)))
  return row?.pending ?? 0
}
