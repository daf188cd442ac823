import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { lots } from '@/db/schema/rounds'

/** The lots of a round that has become final: settled, and no longer in the way of a later round (R3.1). */
export async function settleLots(tx: Tx, roundId: string): Promise<void> {
  await tx
    .update(lots)
    .set({ state: 'final', live: false })
    .where(and(eq(lots.roundId, roundId), eq(lots.state, 'closed')))
}
