import { desc, eq } from 'drizzle-orm'
import { database, pool } from '@/db/client'
import { announcements, lots, phases, rounds } from '@/db/schema/rounds'
import { type BidderHere, bidderOnLot, countBidders } from '@/domain/bidders/queries'
import { type MyAttempt, myAttempts } from '@/domain/bids/queries'
import { formatNames } from '@/domain/rounds/format-words'
import { committed } from '@/engine/auction'
import { minimumBid } from '@/engine/formats/open-ascending'
import { stepAt } from '@/engine/increments'
import { availableOf } from '@/engine/limits'
import type { Actor } from '@/lib/access/actor'
import { mayRead } from '@/lib/access/policy'
import { processNow } from '@/lib/clock'
import { logRows } from './log-rows'
import { type AuctionState, stateOf, termsOf } from './lot-auction'
import { priceChanges, pricePath } from './price-path'
import { readHistory } from './read-history'
import type { LotSnapshot, MyStanding, RoomSnapshot, Standing } from './snapshot'

type Lot = typeof lots.$inferSelect
type Round = typeof rounds.$inferSelect
type Found = { lot: Lot; round: Round; auction: AuctionState | undefined }

/** A lot of a published round in a format whose prices are open to all; undefined for anything else. */
async function findLot(lotId: string): Promise<Found | undefined> {
  const [row] = await database()
    .select({ lot: lots, round: rounds })
    .from(lots)
    .innerJoin(rounds, eq(rounds.id, lots.roundId))
    .where(eq(lots.id, lotId))
  if (!row || row.round.state === 'draft' || row.round.format !== 'open-ascending') return undefined
  const terms = row.lot.auction === null ? undefined : await termsOf(pool(), lotId)
  return { ...row, auction: terms && stateOf(terms, row.lot.auction) }
}

/** A lot as anyone may see it: price, state, close. Undefined when there is none, or it is not public yet. */
export async function lotSnapshot(
  _actor: Actor,
  { lotId = '' }: Record<string, string>,
): Promise<LotSnapshot | undefined> {
  const found = await findLot(lotId)
  return found && snapshotOf(found, await countBidders(lotId), await readHistory(lotId))
}

/**
 * All that changes in a room, as this person sees it. A room is open to whoever is signed in: prices of the format are
 * public. Who may not bid is told why.
 */
export async function roomSnapshot(
  actor: Actor,
  { lotId = '' }: Record<string, string>,
): Promise<RoomSnapshot | undefined> {
  if (actor.kind !== 'person' || mayRead(actor, 'room.enter') === 'no') return undefined
  const found = await findLot(lotId)
  if (!found) return undefined
  const [history, bidders, here, notices] = await Promise.all([
    readHistory(lotId),
    countBidders(lotId),
    bidderOnLot(actor, lotId),
    announcementsOf(found.round.id),
  ])
  const attempts = here ? await myAttempts(here.bidder.id, lotId) : []
  const paddle = here ? String(here.bidder.paddle) : null
  return {
    lot: snapshotOf(found, bidders, history),
    round: {
      state: found.round.state,
      format: found.round.format,
      publicReason: found.round.publicReason,
    },
    me: here ? standingOf(found, here.bidder, attempts) : null,
    watching: whyWatching(actor, found.lot, here),
    log: logRows(history, paddle === null ? null : { paddle, attempts }),
    path: pricePath(history, paddle),
    announcements: notices.map(({ id, at, text }) => ({ id, at: at.toISOString(), text })),
    outcome: found.lot.outcome,
    now: processNow().toISOString(),
  }
}

function announcementsOf(roundId: string) {
  return database()
    .select()
    .from(announcements)
    .where(eq(announcements.roundId, roundId))
    .orderBy(desc(announcements.at))
    .limit(20)
}

function snapshotOf(
  { lot, round, auction }: Found,
  bidders: number,
  history: Awaited<ReturnType<typeof readHistory>>,
): LotSnapshot {
  const running = auction?.phase === 'open' || auction?.phase === 'suspended'
  const suspendedAt = auction?.phase === 'suspended' ? auction.suspendedAt : null
  const closesAt = lot.closesAt ?? round.biddingClosesAt
  return {
    lotId: lot.id,
    label: lot.label,
    roundId: round.id,
    format: round.format,
    state: suspendedAt ? 'suspended' : lot.state,
    reserveMinor: lot.reserveMinor.toString(),
    priceMinor: lot.priceMinor?.toString() ?? null,
    nextMinor: auction && running ? minimumBid(auction, '').toString() : null,
    opensAt: (lot.opensAt ?? round.biddingOpensAt).toISOString(),
    closesAt: closesAt.toISOString(),
    heldMs: suspendedAt ? Math.max(0, closesAt.getTime() - suspendedAt.getTime()) : null,
    sequence: lot.sequence,
    bidders,
    bids: lot.bidCount,
    steps: priceChanges(history).length,
    extensions: lot.extensions,
    sealed: null,
    clock: null,
  }
}

function standingOf({ lot, auction }: Found, bidder: BidderHere, attempts: readonly MyAttempt[]): MyStanding {
  const paddle = String(bidder.paddle)
  const leads = auction?.lead?.leader === paddle
  const mine = attempts.find(({ accepted }) => accepted)
  const open = lot.state === 'open' ? auction : undefined
  const maxMinor = leads ? auction.lead?.leaderMaxMinor : mine?.maxMinor
  const elsewhere = bidder.committedMinor - (auction ? committed(auction, paddle) : 0n)
  return {
    bidderId: bidder.id,
    paddle: bidder.paddle,
    standing: wordFor(lot, bidder, leads, mine !== undefined),
    maxMinor: maxMinor?.toString() ?? null,
    minimumMinor: open ? minimumBid(open, paddle).toString() : null,
    suggestedMinor: open ? suggestion(open, paddle).toString() : null,
    limitMinor: bidder.limitMinor?.toString() ?? null,
    committedMinor: bidder.committedMinor.toString(),
    availableMinor: availableOf(bidder.limitMinor, elsewhere)?.toString() ?? null,
    bid: null,
    place: null,
  }
}

function suggestion(auction: AuctionState, paddle: string): bigint {
  const { lead, terms } = auction
  if (lead?.leader !== paddle) return minimumBid(auction, paddle)
  return lead.leaderMaxMinor + stepAt(terms.increments, lead.leaderMaxMinor)
}

function wordFor(lot: Lot, bidder: BidderHere, leads: boolean, hasBid: boolean): Standing {
  if (bidder.struckAt) return 'struck'
  if (lot.outcome === 'allotted') return 'allotted'
  if (lot.state === 'closed' || lot.state === 'final') return leads ? 'led-at-close' : 'not-leading-at-close'
  if (leads) return 'leading'
  return hasBid ? 'outbid' : 'none'
}

function whyWatching(actor: Actor, lot: Lot, here: Awaited<ReturnType<typeof bidderOnLot>>): string | null {
  if (actor.kind === 'person' && actor.roles.some((role) => role !== 'registrar'))
    return 'people who work for the programme never bid (R4.3).'
  if (!here && lot.state === 'waiting') return 'bidding has not opened; paddles are drawn when it does.'
  if (!here) return 'your organisation has no qualified application for this name.'
  if (here.bidder.struckAt) return 'your paddle was struck from this round.'
  if (!here.mayBid) return 'you do not have the bidder role in your organisation.'
  return actor.kind === 'person' && actor.assurance < 2
    ? 'bidding needs your authenticator app: confirm your sign-in first.'
    : null
}

/** What stands in a room and never changes while bidding lasts. */
export async function roomFacts(roundId: string) {
  const [row] = await database()
    .select({ round: rounds, phase: phases.number })
    .from(rounds)
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(eq(rounds.id, roundId))
  if (!row) return undefined
  const { softClose, increments } = row.round.settings
  return {
    roundName: `Round ${row.round.number}, ${formatNames[row.round.format]}`,
    roundHref: `/rounds/${row.phase}-${row.round.number}`,
    softCloseMinutes: { window: softClose.windowSeconds / 60, extend: softClose.extendSeconds / 60 },
    increments,
    format: row.round.format,
  }
}

/** Every change of a lot's price with the paddle that led after it; undefined for a lot that is not public. */
export async function pricesOf(lotId: string) {
  if (!(await findLot(lotId))) return undefined
  return priceChanges(await readHistory(lotId)).map(({ sequence, at, leader, priceMinor }) => ({
    sequence,
    at: at?.toISOString() ?? '',
    paddle: leader,
    priceMinor: priceMinor.toString(),
  }))
}
