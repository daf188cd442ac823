import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { sqlOf, type Tx } from '@/db/client'
import { bidders, lotEvents } from '@/db/schema/auctions'
import { auctionOf, type Lot, lockLotsOf } from '@/domain/lots/lock-lot'
import { recordEvents } from '@/domain/lots/lot-auction'
import { lockRound, type Round } from '@/domain/rounds/lock-round'
import { committed, decide, evolve } from '@/engine/auction'
import { isRefusal } from '@/engine/decision'
import type { BidAccepted } from '@/engine/formats/open-ascending-terms'
import { eventFromJson, type Json } from '@/engine/json'
import type { Bid } from '@/engine/proxies'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { addCommitment, releaseCommitment } from './commitments'

type Subject = { round: Round; lots: Lot[]; bidder: typeof bidders.$inferSelect }

/**
 * Strikes a bidder from a round: its bids count as if they had never been made, on every lot that is still open, and it
 * bids no more. Whoever led before leads again at the price without it (engine). Two people (R16.3).
 * Refuses with `bidder.already-struck`, `round.wrong-state`.
 */
export const strikeBidder = operation('bidder.strike', {
  input: z.strictObject({
    bidderId: z.string(),
    reason: z
      .string()
      .trim()
      .min(10, 'Give the reason in a sentence.')
      .max(500, 'Use at most 500 characters.'),
  }),
  subject: (tx, { bidderId }) => lockBidder(tx, bidderId),
  check({ subject: { round, bidder } }) {
    if (bidder.struckAt) throw refuse('bidder.already-struck')
    if (round.state !== 'bidding' && round.state !== 'suspended')
      throw refuse('round.wrong-state', { state: round.state })
  },
  secondPerson: (input, { round, bidder }) => ({
    object: bidder.id,
    summary: `Strike paddle ${bidder.paddle} from round ${round.number}: its bids no longer count`,
    typed: `paddle ${bidder.paddle}`,
    reason: input.reason,
  }),
  async run({ tx, at, input, subject: { round, lots, bidder } }) {
    const changed: string[] = []
    for (const lot of lots) changed.push(...(await strikeFrom(tx, lot, bidder.paddle, at)))
    await tx
      .update(bidders)
      .set({ struckAt: at, struckReason: input.reason })
      .where(eq(bidders.id, bidder.id))
    return {
      result: { bidderId: bidder.id },
      audit: { object: bidder.id, facts: { round: round.id, paddle: bidder.paddle } },
      announce: [...changed, topics.bidder(bidder.id), topics.round(round.id)],
    }
  },
})

/** Round, lots, bidder: the order in which everyone locks them. */
async function lockBidder(tx: Tx, bidderId: string): Promise<Subject | undefined> {
  const [found] = await tx.select({ roundId: bidders.roundId }).from(bidders).where(eq(bidders.id, bidderId))
  const round = found && (await lockRound(tx, found.roundId))
  if (!round) return undefined
  const lots = await lockLotsOf(tx, round.id, ['open'])
  const [bidder] = await tx.select().from(bidders).where(eq(bidders.id, bidderId)).for('update')
  return bidder && { round, lots, bidder }
}

async function strikeFrom(tx: Tx, lot: Lot, paddle: number, at: Date): Promise<string[]> {
  const before = await auctionOf(tx, lot)
  const struck = String(paddle)
  const bids = await acceptedBids(tx, lot.id)
  const decision = decide(before, { type: 'strike-bidder', bidder: struck, bids, at })
  if (isRefusal(decision)) return []
  const after = decision.reduce((state, event) => evolve(state, event), before)
  const sql = sqlOf(tx)
  await recordEvents(
    sql,
    lot.id,
    decision.map((event) => ({ event })),
    after,
  )
  if (lot.leaderId && before.lead?.leader === struck) {
    await releaseCommitment(sql, lot.leaderId, committed(before, struck))
    const [leader] = after.lead ? await bidderByPaddle(tx, lot.roundId, Number(after.lead.leader)) : []
    if (leader && after.lead) {
      await addCommitment(sql, leader.id, committed(after, after.lead.leader))
      return [topics.lot(lot.id), topics.bidder(leader.id)]
    }
  }
  return [topics.lot(lot.id)]
}

/** Every bid accepted on the lot so far, in order: what the engine judges a strike by. */
async function acceptedBids(tx: Tx, lotId: string): Promise<Bid[]> {
  const rows = await tx
    .select({ type: lotEvents.type, event: lotEvents.event })
    .from(lotEvents)
    .where(eq(lotEvents.lotId, lotId))
    .orderBy(asc(lotEvents.sequence))
  return rows
    .filter(({ type }) => type === 'bid-accepted')
    .map(({ event }) => eventFromJson(event as Json) as BidAccepted)
}

function bidderByPaddle(tx: Tx, roundId: string, paddle: number) {
  return tx
    .select({ id: bidders.id })
    .from(bidders)
    .where(and(eq(bidders.roundId, roundId), eq(bidders.paddle, paddle)))
}
