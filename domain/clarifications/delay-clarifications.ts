import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { clarificationAnswers, clarificationDelays, clarifications } from '@/db/schema/clarifications'
import { dueNow } from './due-now'

/**
 * Gives the time lost in a suspension back to every question of a round that waited for its answer then: what lay ahead
 * at `from` is due so many milliseconds later (R7.9). The caller holds the round's lock.
 */
export async function delayClarifications(
  tx: Tx,
  roundId: string,
  { from, milliseconds, at }: { from: Date; milliseconds: number; at: Date },
): Promise<void> {
  const rows = await tx
    .select({ clarificationId: clarifications.id, dueAt: dueNow })
    .from(clarifications)
    .innerJoin(applications, eq(applications.id, clarifications.applicationId))
    .leftJoin(clarificationAnswers, eq(clarificationAnswers.clarificationId, clarifications.id))
    .where(
      and(
        eq(applications.roundId, roundId),
        isNull(clarificationAnswers.clarificationId),
        sql`${dueNow} > ${from.toISOString()}::timestamptz`,
      ),
    )
  if (rows.length === 0) return
  await tx.insert(clarificationDelays).values(
    rows.map(({ clarificationId, dueAt }) => ({
      clarificationId,
      dueAt: new Date(dueAt.getTime() + milliseconds),
      at,
    })),
  )
}
