import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { rounds } from '@/db/schema/rounds'

export type Round = typeof rounds.$inferSelect

/**
 * Locks a round; undefined when there is none. Lots and bidders are locked after it, never before. A practice (R3.6) is
 * found only by what runs it: for officers and applicants there is none.
 */
export async function lockRound(
  tx: Tx,
  roundId: string,
  { practice = false }: { practice?: boolean } = {},
): Promise<Round | undefined> {
  const real = practice ? undefined : eq(rounds.practice, false)
  const [round] = await tx
    .select()
    .from(rounds)
    .where(and(eq(rounds.id, roundId), real))
    .for('update')
  return round
}
