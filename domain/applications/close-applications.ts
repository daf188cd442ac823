import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { applications } from '@/db/schema/applications'

/**
 * What happens to the applications of a round when the period ends: drafts that were never submitted stay as
 * `not-submitted`. Returns how many. The caller holds the round's lock and knows that it is time (R5.6).
 */
export async function closeApplications(tx: Tx, roundId: string): Promise<number> {
  const closed = await tx
    .update(applications)
    .set({ state: 'not-submitted' })
    .where(and(eq(applications.roundId, roundId), eq(applications.state, 'draft')))
    .returning({ id: applications.id })
  return closed.length
}
