import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { rounds } from '@/db/schema/rounds'

export type Round = typeof rounds.$inferSelect

/** Locks a round; undefined when there is none. Lots and bidders are locked after it, never before. */
export async function lockRound(tx: Tx, roundId: string): Promise<Round | undefined> {
  const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId)).for('update')
  return round
}
