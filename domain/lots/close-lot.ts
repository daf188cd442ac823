import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { sqlOf, type Tx } from '@/db/client'
import { bidders, lotBidders } from '@/db/schema/auctions'
import { lots } from '@/db/schema/rounds'
import { releaseCommitment } from '@/domain/bidders/commitments'
import { committed, decide, evolve } from '@/engine/auction'
import { isRefusal } from '@/engine/decision'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { auctionOf, lockLot } from './lock-lot'
import { type AuctionState, recordEvents } from './lot-auction'

/**
 * Closes the bidding on a lot once its close has passed by the database's clock, under the lock that every bid takes
 * (R7.1). Nothing leaves from here: letters and results come from `final` (R3.3).
 * Refuses with `round.wrong-state`, `lot.wrong-state`, `lot.not-due`.
 */
export const closeLot = operation('lot.close', {
  input: z.strictObject({ lotId: z.string() }),
  subject: (tx, { lotId }) => lockLot(tx, lotId),
  check({ subject: { lot, round }, at }) {
    if (round.state !== 'bidding') throw refuse('round.wrong-state', { state: round.state })
    if (lot.state !== 'open' || !lot.closesAt) throw refuse('lot.wrong-state', { state: lot.state })
    if (at < lot.closesAt) throw refuse('lot.not-due', { at: lot.closesAt.toISOString() })
  },
  async run({ tx, at, subject: { lot, round } }) {
    const before = await auctionOf(tx, lot)
    const decision = decide(before, { type: 'close', at })
    if (isRefusal(decision)) throw refuse('lot.wrong-state', { state: lot.state })
    const after = decision.reduce((state, event) => evolve(state, event), before)
    await recordEvents(
      sqlOf(tx),
      lot.id,
      decision.map((event) => ({ event })),
      after,
    )
    const sold = await winnerOf(tx, lot.id, after)
    await tx
      .update(lots)
      .set({ state: 'closed', outcome: sold ? 'sold' : 'unsold', ...sold })
      .where(eq(lots.id, lot.id))
    if (lot.leaderId && after.lead) {
      const paddle = after.lead.leader
      await releaseCommitment(sqlOf(tx), lot.leaderId, committed(before, paddle) - committed(after, paddle))
    }
    return {
      result: { lotId: lot.id, outcome: sold ? 'sold' : 'unsold' },
      audit: { object: lot.id, facts: { position: after.sequence, outcome: sold ? 'sold' : 'unsold' } },
      announce: [
        topics.lot(lot.id),
        topics.round(round.id),
        ...(lot.leaderId ? [topics.bidder(lot.leaderId)] : []),
      ],
    }
  },
})

async function winnerOf(tx: Tx, lotId: string, { lead }: AuctionState) {
  if (!lead) return undefined
  const [row] = await tx
    .select({ applicationId: lotBidders.applicationId })
    .from(lotBidders)
    .innerJoin(bidders, eq(bidders.id, lotBidders.bidderId))
    .where(and(eq(lotBidders.lotId, lotId), eq(bidders.paddle, Number(lead.leader))))
  if (!row) throw new Error(`Paddle ${lead.leader} is not registered on lot ${lotId}.`)
  return { winnerApplicationId: row.applicationId, finalPriceMinor: lead.priceMinor }
}
