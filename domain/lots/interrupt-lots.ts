import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { lots } from '@/db/schema/rounds'
import { auctionOf, type Lot, lockLotsOf } from './lock-lot'
import type { AuctionState } from './lot-auction'
import { recordSteps, type Steps, step } from './take-step'

/** What happens to the bidding of a whole round: suspended, resumed with the time that was left, extended, cancelled. */
export type Interruption =
  | { type: 'suspend' | 'resume' | 'cancel' }
  | { type: 'extend'; closesAt: Date; byMinutes: number }

/**
 * Writes an interruption of a round into every lot that is open, under the locks that bids take, so that a replay shows
 * it (R3.3, R7.9). Lots that closed before stay closed; where the interruption changes nothing, such as an extension to
 * an earlier instant than the lot's own close, the lot goes on as it was. A clock has no close that is known before: its
 * present round or recess gets longer. A cancelled round gives back what leaders
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
  for (const lot of open) changed.push(...(await interruptLot(tx, lot, interruption, at)))
  if (interruption.type === 'cancel')
    await tx
      .update(lots)
      .set({ state: 'cancelled', live: false })
      .where(and(eq(lots.roundId, roundId), eq(lots.live, true)))
  return changed
}

async function interruptLot(tx: Tx, lot: Lot, interruption: Interruption, at: Date): Promise<string[]> {
  const before = await auctionOf(tx, lot)
  const steps: Steps = { state: before, events: [] }
  if (step(steps, { ...interruption, ...newClose(before, interruption), at })) return []
  return recordSteps(tx, lot, before, steps)
}

function newClose({ format, closesAt }: AuctionState, interruption: Interruption) {
  if (interruption.type !== 'extend' || format !== 'ascending-clock' || !closesAt) return {}
  return { closesAt: new Date(closesAt.getTime() + interruption.byMinutes * 60_000) }
}
