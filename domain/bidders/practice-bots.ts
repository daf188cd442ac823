import { createHash } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { database, pool } from '@/db/client'
import { bidAttempts, bidders, lotBidders } from '@/db/schema/auctions'
import { lots, rounds } from '@/db/schema/rounds'
import { stateOf, termsOf } from '@/domain/lots/lot-auction'
import { lesser } from '@/engine/amounts'
import type { AnyState } from '@/engine/auction'
import type { ClockState } from '@/engine/formats/ascending-clock-terms'
import { minimumBid } from '@/engine/formats/open-ascending'
import type { OpenAscendingState } from '@/engine/formats/open-ascending-terms'
import { stepAt } from '@/engine/increments'

type Bot = { bidderId: string; paddle: string; ceilingMinor: bigint }
type Scene = {
  lotId: string
  bots: readonly Bot[]
  lastEventAt: Date | null
  opensAt: Date
  closesAt: Date | null
  at: Date
}

/** What a bot states, in the form of its format, and a key that is the same for every worker that comes to it. */
export type PracticeBid = { lotId: string; bidderId: string; key: string } & (
  | { maxMinor: string }
  | { amountMinor: string; round?: number }
)

/**
 * What the bots of practice auctions would bid at this instant (R3.6). Lot, paddle and position decide when and how much,
 * so several workers come to the same bid. A bot stops at its own ceiling of one and a half to four times the reserve.
 */
export async function practiceBidsDue(at: Date): Promise<PracticeBid[]> {
  const rows = await database()
    .select({ lot: lots, bidderId: bidders.id, paddle: bidders.paddle, closesAt: rounds.biddingClosesAt })
    .from(rounds)
    .innerJoin(lots, and(eq(lots.roundId, rounds.id), eq(lots.state, 'open')))
    .innerJoin(lotBidders, eq(lotBidders.lotId, lots.id))
    .innerJoin(bidders, and(eq(bidders.id, lotBidders.bidderId), eq(bidders.houseBot, true)))
    .where(and(eq(rounds.practice, true), eq(rounds.state, 'bidding')))
    .orderBy(bidders.paddle)
  if (rows.length === 0) return []
  const due: PracticeBid[] = []
  for (const [lotId, here] of Map.groupBy(rows, ({ lot }) => lot.id)) {
    const { lot, closesAt } = here[0]!
    const terms = await termsOf(pool(), lotId)
    if (!terms) continue
    const bots = here.map(({ bidderId, paddle }) => ({
      bidderId,
      paddle: String(paddle),
      ceilingMinor: (lot.reserveMinor * BigInt(15 + pick(26, lotId, paddle))) / 10n,
    }))
    const { lastEventAt, opensAt } = lot
    const scene = { lotId, bots, lastEventAt, opensAt: opensAt ?? at, closesAt: lot.closesAt ?? closesAt, at }
    due.push(...bidsIn(stateOf(terms, lot.auction), scene))
  }
  return withoutMade(due)
}

function bidsIn(state: AnyState, scene: Scene): PracticeBid[] {
  if (state.phase !== 'open') return []
  if (state.format === 'open-ascending') return answerLeader(state, scene)
  return state.format === 'ascending-clock' ? stayInRound(state, scene) : handIn(scene)
}

/** Some seconds after the last event one of those who do not lead goes above it. */
function answerLeader(state: OpenAscendingState, { lotId, bots, lastEventAt, at }: Scene): PracticeBid[] {
  const { sequence, lead, opensAt, terms } = state
  const waited = at.getTime() - (lastEventAt ?? opensAt).getTime()
  if (waited < (4 + pick(12, lotId, sequence)) * 1000) return []
  const able = bots.filter(
    ({ paddle, ceilingMinor }) => paddle !== lead?.leader && minimumBid(state, paddle) <= ceilingMinor,
  )
  const bot = able[pick(able.length, lotId, sequence, 'who')]
  if (!bot) return []
  const least = minimumBid(state, bot.paddle)
  const more = stepAt(terms.increments, least) * BigInt(pick(3, lotId, sequence, 'more'))
  const maxMinor = lesser(least + more, bot.ceilingMinor).toString()
  return [{ lotId, bidderId: bot.bidderId, key: `practice-${sequence}`, maxMinor }]
}

/** In each round a bot stays while the end price is within its ceiling, and else leaves at it. */
function stayInRound(state: ClockState, { lotId, bots, lastEventAt, at }: Scene): PracticeBid[] {
  const { round, places } = state
  if (!round?.isOpen) return []
  return bots.flatMap(({ bidderId, paddle, ceilingMinor }) => {
    const place = places.find(({ bidder }) => bidder === paddle)
    const waited = at.getTime() - (lastEventAt ?? at).getTime()
    const tooSoon = waited < (2 + pick(6, lotId, paddle, round.number)) * 1000
    if (!place || place.exited || tooSoon || ceilingMinor < round.startMinor) return []
    const amountMinor = lesser(ceilingMinor, round.endMinor).toString()
    const key = `practice-${paddle}-${round.number}`
    return [{ lotId, bidderId, key, round: round.number, amountMinor }]
  })
}

/** Each bot hands in once, somewhere in the first half. */
function handIn({ lotId, bots, opensAt, closesAt, at }: Scene): PracticeBid[] {
  const half = Math.max(0, ((closesAt ?? opensAt).getTime() - opensAt.getTime()) / 2)
  return bots
    .filter(
      ({ paddle }) => at.getTime() >= opensAt.getTime() + half * (pick(1000, lotId, paddle, 'when') / 1000),
    )
    .map(({ bidderId, paddle, ceilingMinor }) => {
      const amountMinor = ceilingMinor.toString()
      return { lotId, bidderId, key: `practice-${paddle}`, amountMinor }
    })
}

/** Bids that were placed before, accepted or not, are not placed again. */
async function withoutMade(bids: readonly PracticeBid[]): Promise<PracticeBid[]> {
  if (bids.length === 0) return []
  const made = await database()
    .select({ lotId: bidAttempts.lotId, key: bidAttempts.idempotencyKey })
    .from(bidAttempts)
    .where(
      inArray(
        bidAttempts.lotId,
        bids.map(({ lotId }) => lotId),
      ),
    )
  const known = new Set(made.map(({ lotId, key }) => `${lotId} ${key}`))
  return bids.filter(({ lotId, key }) => !known.has(`${lotId} ${key}`))
}

/** A number from 0 to below `count` that the parts decide. */
function pick(count: number, ...parts: (string | number)[]): number {
  if (count === 0) return 0
  return createHash('sha256').update(parts.join('|')).digest().readUInt32BE(0) % count
}
