import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { awardMoves, awards } from '@/db/schema/awards'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { type AwardMove, awardTransitions, isActive } from './lifecycle'

type Move = { award: { id: string; state: typeof awards.$inferSelect.state }; move: AwardMove; at: Date }

/**
 * Moves an award along `awardTransitions` and records it: the one place that writes an award's state. The caller holds
 * the award's lock. Refuses with `award.wrong-state`.
 * @param reason public where the move ends the award; the registrant reads it
 */
export async function moveAward(tx: Tx, { award, move, at }: Move, reason = ''): Promise<void> {
  const { from, to } = awardTransitions[move]
  const dates = {
    ...(to === 'accepted' && { acceptedAt: at }),
    ...(to === 'paid' && { paidAt: at }),
    ...(to === 'allocated' && { allocatedAt: at }),
    ...(!isActive(to) && { endedAt: at, endReason: reason }),
  }
  const moved = await tx
    .update(awards)
    .set({ ...dates, state: to, stateSince: at })
    .where(and(eq(awards.id, award.id), inArray(awards.state, [...from])))
    .returning({ id: awards.id })
  if (moved.length === 0) throw refuse('award.wrong-state', { state: award.state })
  await tx
    .insert(awardMoves)
    .values({ id: newId('mov', at), awardId: award.id, from: award.state, to, at, reason })
}
