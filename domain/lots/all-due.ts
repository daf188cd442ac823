import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { lots } from '@/db/schema/rounds'
import { refuse } from '@/lib/errors'
import type { Lot } from './lock-lot'

/**
 * The lots of a round that are not closed, all of them due: no box is opened while anyone can still bid on another lot of
 * the round, because the limit is one for all. Refuses with `lot.not-due`.
 */
export async function requireAllDue(tx: Tx, roundId: string, at: Date): Promise<Lot[]> {
  const left = await tx
    .select()
    .from(lots)
    .where(and(eq(lots.roundId, roundId), inArray(lots.state, ['waiting', 'open'])))
  const early = left.find(({ state, closesAt }) => state === 'waiting' || (closesAt && closesAt > at))
  if (early) throw refuse('lot.not-due', { at: early.closesAt?.toISOString() ?? 'the other names' })
  return left
}
