import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { bidders, lotEvents } from '@/db/schema/auctions'
import { auctionOf, type Lot, lockLotsOf } from '@/domain/lots/lock-lot'
import { recordSteps, type Steps, step } from '@/domain/lots/take-step'
import { lockRound, type Round } from '@/domain/rounds/lock-round'
import type { BidAccepted } from '@/engine/formats/open-ascending-terms'
import { eventFromJson, type Json } from '@/engine/json'
import type { Bid } from '@/engine/proxies'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'

type Subject = { round: Round; lots: Lot[]; bidder: typeof bidders.$inferSelect }

/**
 * Strikes a bidder from a round: its bids count as if they had never been made, on every lot that is still open, and it
 * bids no more. Whoever led before leads again at the price without it (engine); its sealed bids are void at the opening.
 * Two people (R16.3).
 * Refuses with `bidder.already-struck`, `round.wrong-state`.
 */
export const strikeBidder = operation('bidder.strike', {
  input: z.strictObject({
    bidderId: z.string().max(60),
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
  const steps: Steps = { state: before, events: [] }
  const bids = before.format === 'open-ascending' ? await acceptedBids(tx, lot.id) : []
  if (step(steps, { type: 'strike-bidder', bidder: String(paddle), bids, at })) return []
  return recordSteps(tx, lot, before, steps)
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
