import { and, eq } from 'drizzle-orm'
import { sqlOf, type Tx } from '@/db/client'
import { lots } from '@/db/schema/rounds'
import { releaseCommitment } from '@/domain/bidders/commitments'
import { committed, decide, evolve } from '@/engine/auction'
import { isRefusal } from '@/engine/decision'
import { topics } from '@/lib/live'
import { auctionOf, type Lot, lockLotsOf } from './lock-lot'
import { recordEvents } from './lot-auction'

/** What happens to the bidding of a whole round: suspended, resumed with the time that was left, extended, cancelled. */
export type Interruption = { type: 'suspend' | 'resume' | 'cancel' } | { type: 'extend'; closesAt: Date }

/**
 * Writes an interruption of a round into every lot that is open, under the locks that bids take, so that a replay shows
 * it (R3.3, R7.9). Lots that closed before stay closed; where the interruption changes nothing, such as an extension to
 * an earlier instant than the lot's own close, the lot goes on as it was. A cancelled round gives back what leaders
 * stood committed to, and its waiting lots end with it. The caller holds the round's lock and moves the labels.
 * @returns the topics that changed
 */
export async function interruptLots(
  tx: Tx,
  roundId: string,
  interruption: Interruption,
  at: Date,
): Promise<string[]> {
  const open = await lockLotsOf(tx, roundId, ['open'])
  const changed: string[] = []
  for (const lot of open) if (await interruptLot(tx, lot, interruption, at)) changed.push(topics.lot(lot.id))
  if (interruption.type === 'cancel')
    await tx
      .update(lots)
      .set({ state: 'cancelled', live: false })
      .where(and(eq(lots.roundId, roundId), eq(lots.live, true)))
  return changed
}

async function interruptLot(tx: Tx, lot: Lot, interruption: Interruption, at: Date): Promise<boolean> {
  const before = await auctionOf(tx, lot)
  const decision = decide(before, { ...interruption, at })
  if (isRefusal(decision)) return false
  const after = decision.reduce((state, event) => evolve(state, event), before)
  await recordEvents(
    sqlOf(tx),
    lot.id,
    decision.map((event) => ({ event })),
    after,
  )
  const paddle = before.lead?.leader
  if (lot.leaderId && paddle)
    await releaseCommitment(sqlOf(tx), lot.leaderId, committed(before, paddle) - committed(after, paddle))
  return true
}
