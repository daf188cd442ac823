import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { openings, roundKeys } from '@/db/schema/sealing'
import { lockRound, type Round } from '@/domain/rounds/lock-round'

export type Opening = typeof openings.$inferSelect & { round: Round; recipient: string }

/** Locks an opening after its round; undefined when none was begun. */
export async function lockOpening(tx: Tx, roundId: string): Promise<Opening | undefined> {
  const round = await lockRound(tx, roundId)
  const [row] = await tx
    .select({ opening: openings, recipient: roundKeys.recipient })
    .from(openings)
    .innerJoin(roundKeys, eq(roundKeys.id, openings.keyId))
    .where(eq(openings.roundId, roundId))
    .for('update', { of: openings })
  return round && row && { ...row.opening, round, recipient: row.recipient }
}

/** What the round's secret and shares are sealed for while an opening lasts. */
export function purposeOf(roundId: string): string {
  return `opening:${roundId}`
}
