import { and, asc, eq, inArray } from 'drizzle-orm'
import { sqlOf, type Tx } from '@/db/client'
import { type LotState, lots } from '@/db/schema/rounds'
import { lockRound, type Round } from '@/domain/rounds/lock-round'
import { type AuctionState, stateOf, termsOf } from './lot-auction'

export type Lot = typeof lots.$inferSelect
export type LotOfRound = { lot: Lot; round: Round }

/** Locks a lot after its round; undefined when there is none. */
export async function lockLot(tx: Tx, lotId: string): Promise<LotOfRound | undefined> {
  const [found] = await tx.select({ roundId: lots.roundId }).from(lots).where(eq(lots.id, lotId))
  const round = found && (await lockRound(tx, found.roundId, { practice: true }))
  const [lot] = await tx.select().from(lots).where(eq(lots.id, lotId)).for('update')
  return round && lot && { lot, round }
}

/** Locks the lots of a round that are in one of these states, in the order of their ids. */
export function lockLotsOf(tx: Tx, roundId: string, states: readonly LotState[]): Promise<Lot[]> {
  return tx
    .select()
    .from(lots)
    .where(and(eq(lots.roundId, roundId), inArray(lots.state, [...states])))
    .orderBy(asc(lots.id))
    .for('update')
}

/** The engine's state of a lot that was opened. */
export async function auctionOf(tx: Tx, lot: Lot): Promise<AuctionState> {
  const terms = await termsOf(sqlOf(tx), lot.id)
  if (!terms) throw new Error(`Lot ${lot.id} was never opened.`)
  return stateOf(terms, lot.auction)
}
