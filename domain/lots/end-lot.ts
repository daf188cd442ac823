import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { bidders, lotBidders, lotEvents } from '@/db/schema/auctions'
import { lots } from '@/db/schema/rounds'
import { openTieSecret } from '@/domain/rounds/tie-secret'
import { recordRoot, tieSeed } from '@/domain/rounds/tie-seed'
import { eventToJson } from '@/engine/json'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import type { LotOfRound } from './lock-lot'
import type { AuctionState } from './lot-auction'
import { recordSteps, type Steps, step } from './take-step'

/**
 * Ends the bidding on a lot after the steps that led there, and records all of it: who won, for how much, and what
 * bidders stand committed to now. Equal bids are drawn with the round's secret (R7.5). Nothing leaves from here (R3.3).
 */
export async function endLot(
  tx: Tx,
  { lot, round }: LotOfRound,
  before: AuctionState,
  steps: Steps,
  at: Date,
) {
  const draws = before.format !== 'open-ascending' && round.sealedSecret
  const seedHex = draws
    ? tieSeed(openTieSecret(round.id, draws), recordRoot([...(await recorded(tx, lot.id)), ...toJson(steps)]))
    : null
  const refused = step(steps, { type: 'close', at, seedHex })
  if (refused?.code === 'tie.seed-missing') throw new Error(`Round ${round.id} has no secret to draw with.`)
  if (refused) throw refuse('lot.wrong-state', { state: lot.state })
  const changed = await recordSteps(tx, lot, before, steps)
  const sold = await winnerOf(tx, lot.id, steps.state)
  const outcome = sold ? ('sold' as const) : ('unsold' as const)
  await tx
    .update(lots)
    .set({ state: 'closed', outcome, ...sold })
    .where(eq(lots.id, lot.id))
  return {
    result: { lotId: lot.id, outcome },
    audit: { object: lot.id, facts: { position: steps.state.sequence, outcome } },
    announce: [...changed, topics.round(round.id), ...(await everyBidder(tx, lot.id))],
  }
}

async function recorded(tx: Tx, lotId: string): Promise<unknown[]> {
  const rows = await tx
    .select({ event: lotEvents.event })
    .from(lotEvents)
    .where(eq(lotEvents.lotId, lotId))
    .orderBy(asc(lotEvents.sequence))
  return rows.map(({ event }) => event)
}

function toJson({ events }: Steps) {
  return events.map(({ event }) => eventToJson(event))
}

async function winnerOf(tx: Tx, lotId: string, state: AuctionState) {
  const won = wonBy(state)
  if (!won) return undefined
  const [row] = await tx
    .select({ applicationId: lotBidders.applicationId })
    .from(lotBidders)
    .innerJoin(bidders, eq(bidders.id, lotBidders.bidderId))
    .where(and(eq(lotBidders.lotId, lotId), eq(bidders.paddle, Number(won.paddle))))
  if (!row) throw new Error(`Paddle ${won.paddle} is not registered on lot ${lotId}.`)
  return { winnerApplicationId: row.applicationId, finalPriceMinor: won.priceMinor }
}

function wonBy(state: AuctionState): { paddle: string; priceMinor: bigint } | undefined {
  if (state.format === 'open-ascending')
    return state.lead ? { paddle: state.lead.leader, priceMinor: state.lead.priceMinor } : undefined
  return state.result ? { paddle: state.result.bidder, priceMinor: state.result.priceMinor } : undefined
}

async function everyBidder(tx: Tx, lotId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: lotBidders.bidderId })
    .from(lotBidders)
    .where(eq(lotBidders.lotId, lotId))
  return rows.map(({ id }) => topics.bidder(id))
}
