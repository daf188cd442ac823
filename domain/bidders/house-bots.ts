import { createHash } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { database, pool } from '@/db/client'
import { bidders, lotBidders } from '@/db/schema/auctions'
import { lots, rounds } from '@/db/schema/rounds'
import { stateOf, termsOf } from '@/domain/lots/lot-auction'
import { minimumBid } from '@/engine/formats/open-ascending'
import type { OpenAscendingState } from '@/engine/formats/open-ascending-terms'
import { stepAt } from '@/engine/increments'

/** A bid that a bot of the demo world would make now. The key is the same for every worker that comes to it. */
export type HouseBid = { lotId: string; bidderId: string; maxMinor: bigint; key: string }

const SHORTEST_WAIT_S = 15
const LONGEST_WAIT_S = 75

/**
 * What the house bots would bid at this instant, at most one bid per lot, so that a newcomer finds an auction that
 * moves. Lot, position and bot decide when and how much, so several workers come to the same bid. A bot stops at its own
 * ceiling of three to nine times the reserve, and leaves the last minutes to people.
 */
export async function houseBidsDue(at: Date): Promise<HouseBid[]> {
  const rows = await database()
    .select({ lot: lots, bidderId: bidders.id, paddle: bidders.paddle })
    .from(bidders)
    .innerJoin(lotBidders, eq(lotBidders.bidderId, bidders.id))
    .innerJoin(lots, eq(lots.id, lotBidders.lotId))
    .innerJoin(rounds, eq(rounds.id, lots.roundId))
    .where(
      and(
        eq(bidders.houseBot, true),
        eq(lots.practice, false),
        isNull(bidders.struckAt),
        eq(lots.state, 'open'),
        eq(rounds.state, 'bidding'),
        eq(rounds.format, 'open-ascending'),
      ),
    )
    .orderBy(bidders.id)
  const byLot = Map.groupBy(rows, ({ lot }) => lot.id)
  const due = await Promise.all(
    [...byLot].map(async ([lotId, bots]) => {
      const terms = await termsOf(pool(), lotId)
      const lot = bots[0]!.lot
      const auction = terms && stateOf(terms, lot.auction)
      return auction?.format === 'open-ascending' ? nextBid(auction, lot.lastEventAt, bots, at) : undefined
    }),
  )
  return due.filter((bid) => bid !== undefined)
}

function nextBid(
  auction: OpenAscendingState,
  lastEventAt: Date | null,
  bots: readonly { bidderId: string; paddle: number }[],
  at: Date,
): HouseBid | undefined {
  const { terms, sequence, lead, closesAt } = auction
  const lotId = terms.lot
  const wait = SHORTEST_WAIT_S + pick(LONGEST_WAIT_S - SHORTEST_WAIT_S, lotId, sequence)
  const waited = at.getTime() - (lastEventAt ?? auction.opensAt).getTime()
  const left = closesAt.getTime() - at.getTime()
  if (waited < wait * 1000 || left < terms.softClose.windowSeconds * 1000) return undefined
  const others = bots.filter(({ paddle }) => String(paddle) !== lead?.leader)
  const bot = others[pick(others.length, lotId, sequence, 'who')]
  if (!bot) return undefined
  const minimum = minimumBid(auction, String(bot.paddle))
  const maxMinor = minimum + stepAt(terms.increments, minimum) * BigInt(pick(4, lotId, sequence, 'more'))
  const ceiling = terms.reserveMinor * BigInt(3 + pick(7, lotId, bot.bidderId))
  return maxMinor > ceiling
    ? undefined
    : { lotId, bidderId: bot.bidderId, maxMinor, key: `house-${lotId}-${sequence}` }
}

/** A number from 0 to below `count` that the parts decide. */
function pick(count: number, ...parts: (string | number)[]): number {
  if (count === 0) return 0
  return createHash('sha256').update(parts.join('|')).digest().readUInt32BE(0) % count
}
