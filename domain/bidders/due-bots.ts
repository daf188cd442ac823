import { and, eq, inArray, isNull } from 'drizzle-orm'
import { database, pool } from '@/db/client'
import { bidAttempts, bidders, lotBidders } from '@/db/schema/auctions'
import { type AuctionFormat, lots, rounds } from '@/db/schema/rounds'
import { sealHere } from '@/domain/bids/seal-bid'
import { isSealed } from '@/domain/lots/describe-standing'
import { stateOf, termsOf } from '@/domain/lots/lot-auction'
import { type BotBid, botBids, type Temper } from './bot-bids'

/** In the demo world a newcomer finds an auction that moves, and has its last minutes to itself. */
const HOUSE: Temper = { waitsSeconds: [15, 75], ceilingTenths: [30, 90], quietAtTheEnd: true }

/** Rivals to practise against (R3.6): quick, and within reach. */
const PRACTICE: Temper = { waitsSeconds: [4, 15], ceilingTenths: [15, 40], quietAtTheEnd: false }

/**
 * The bids that bots owe at this instant in the lots that are open, each once.
 * @param wanted `practice`: the rivals of practice auctions; `house`: the bots of the demo world's own rounds
 */
export async function dueBots(at: Date, wanted: 'practice' | 'house'): Promise<BotBid[]> {
  const practice = wanted === 'practice'
  const rows = await database()
    .select({
      lot: lots,
      bidderId: bidders.id,
      paddle: bidders.paddle,
      closesAt: rounds.biddingClosesAt,
      format: rounds.format,
    })
    .from(rounds)
    .innerJoin(lots, and(eq(lots.roundId, rounds.id), eq(lots.state, 'open')))
    .innerJoin(lotBidders, eq(lotBidders.lotId, lots.id))
    .innerJoin(bidders, eq(bidders.id, lotBidders.bidderId))
    .where(
      and(
        eq(rounds.practice, practice),
        eq(rounds.state, 'bidding'),
        eq(bidders.houseBot, true),
        isNull(bidders.struckAt),
      ),
    )
    .orderBy(bidders.paddle)
  const due: BotBid[] = []
  for (const [lotId, here] of Map.groupBy(rows, ({ lot }) => lot.id)) {
    const { lot, closesAt } = here[0]!
    const terms = await termsOf(pool(), lotId)
    if (!terms) continue
    const scene = {
      lotId,
      reserveMinor: lot.reserveMinor,
      bots: here.map(({ bidderId, paddle }) => ({ bidderId, paddle: String(paddle) })),
      lastEventAt: lot.lastEventAt,
      opensAt: lot.opensAt ?? at,
      closesAt: lot.closesAt ?? closesAt,
      at,
    }
    due.push(...botBids(stateOf(terms, lot.auction), scene, practice ? PRACTICE : HOUSE))
  }
  const roundOf = new Map(rows.map(({ lot, format }) => [lot.id, { id: lot.roundId, practice, format }]))
  return Promise.all((await withoutMade(due)).map((bid) => sealed(bid, roundOf.get(bid.lotId))))
}

/** A bot seals its bid as everyone does; only that this process does it, and not a browser. */
async function sealed(
  bid: BotBid,
  round: { id: string; practice: boolean; format: AuctionFormat } | undefined,
) {
  if (!round || !isSealed(round) || !('amountMinor' in bid)) return bid
  const { lotId, bidderId, key, amountMinor } = bid
  const place = { round: round.id, lot: lotId, bidder: bidderId, key }
  return { lotId, bidderId, key, ...(await sealHere(database(), round.practice, place, BigInt(amountMinor))) }
}

/** Bids that were placed before, accepted or not, are not placed again. */
async function withoutMade(bids: readonly BotBid[]): Promise<BotBid[]> {
  if (bids.length === 0) return []
  const made = await database()
    .select({ lotId: bidAttempts.lotId, key: bidAttempts.idempotencyKey })
    .from(bidAttempts)
    .where(
      and(
        inArray(
          bidAttempts.lotId,
          bids.map(({ lotId }) => lotId),
        ),
        inArray(
          bidAttempts.idempotencyKey,
          bids.map(({ key }) => key),
        ),
      ),
    )
  const known = new Set(made.map(({ lotId, key }) => `${lotId} ${key}`))
  return bids.filter(({ lotId, key }) => !known.has(`${lotId} ${key}`))
}
