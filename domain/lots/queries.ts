import { and, desc, eq, inArray } from 'drizzle-orm'
import { database, pool } from '@/db/client'
import { announcements, lots, phases, rounds } from '@/db/schema/rounds'
import { bidderOnLot, countBidders } from '@/domain/bidders/queries'
import { myAttempts } from '@/domain/bids/queries'
import { formatNames, showsBids, showsPrice } from '@/domain/rounds/format-words'
import { type SealTarget, sealTargetOf } from '@/domain/sealing/round-key'
import { heldInWords } from '@/domain/users/held-until'
import type { AnyEvent } from '@/engine/auction'
import { minimumBid } from '@/engine/formats/open-ascending'
import type { Actor } from '@/lib/access/actor'
import { mayRead } from '@/lib/access/policy'
import { processNow } from '@/lib/clock'
import { describeClock, roundRows } from './describe-clock'
import { isSealed, standingOf } from './describe-standing'
import { logRows } from './log-rows'
import { type AuctionState, openAuction, stateOf, termsOf } from './lot-auction'
import { lotTerms } from './lot-terms'
import { priceChanges, pricePath } from './price-path'
import { readHistory } from './read-history'
import type { ClockSnapshot, LotSnapshot, RoomSnapshot } from './snapshot'

type Lot = typeof lots.$inferSelect
type Round = typeof rounds.$inferSelect
type Found = { lot: Lot; round: Round; auction: AuctionState | undefined }

/** A lot of a published round; undefined for anything else. */
async function findLot(lotId: string): Promise<Found | undefined> {
  const [row] = await database()
    .select({ lot: lots, round: rounds })
    .from(lots)
    .innerJoin(rounds, eq(rounds.id, lots.roundId))
    .where(eq(lots.id, lotId))
  if (!row || row.round.state === 'draft') return undefined
  const terms = row.lot.auction === null ? undefined : await termsOf(pool(), lotId)
  return { ...row, auction: terms && stateOf(terms, row.lot.auction) }
}

/** Events in which a bid shows that is private until the end (R7.3): sealed ones, and those of a clock. */
const BIDS: readonly AnyEvent['type'][] = [
  'bid-submitted',
  'bid-withdrawn',
  'bid-voided',
  'round-bid-accepted',
]

/** What happened on a lot so far that everyone may know. */
async function publicHistory({ round }: Found, lotId: string): Promise<readonly AnyEvent[]> {
  const history = await readHistory(lotId)
  return showsBids(round.format) ? history : history.filter(({ type }) => !BIDS.includes(type))
}

/** A lot as anyone may see it: price, state, close. Undefined when there is none, or it is not public yet. */
export async function lotSnapshot(
  actor: Actor,
  { lotId = '' }: Record<string, string>,
): Promise<LotSnapshot | undefined> {
  const found = await findLot(lotId)
  if (found?.round.practice && !(await bidderOnLot(actor, lotId))) return undefined
  return found && snapshotOf(found, await countBidders(lotId), await publicHistory(found, lotId))
}

/**
 * All that changes in a room, as this person sees it. A room is open to whoever is signed in: what it shows of others is
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
    publicHistory(found, lotId),
    countBidders(lotId),
    bidderOnLot(actor, lotId),
    announcementsOf(found.round.id),
  ])
  if (found.round.practice && !here) return undefined
  // A password alone shows no amount of one's own: it is what the second factor keeps.
  const own = actor.assurance >= 2 ? here?.bidder : undefined
  const attempts = own ? await myAttempts(own.id, lotId) : []
  const paddle = own ? String(own.paddle) : null
  return {
    lot: snapshotOf(found, bidders, history),
    round: {
      state: found.round.state,
      format: found.round.format,
      publicReason: found.round.publicReason,
    },
    me: own
      ? standingOf(found, own, attempts, await tellsCommitments(found), await sealTargetFor(found.round))
      : null,
    watching: whyWatching(actor, found.lot, here),
    log: logRows(history, paddle === null ? null : { paddle, attempts }),
    path: pricePath(history, paddle),
    rounds: roundRows(history),
    announcements: notices.map(({ id, at, text }) => ({ id, at: at.toISOString(), text })),
    outcome: tellsResult(found) ? found.lot.outcome : null,
    now: processNow().toISOString(),
  }
}

/** In the private formats who won, and whether, is told from `final` on (R3.3); an allotment is no secret. */
function tellsResult({ lot, round }: Found): boolean {
  return showsBids(round.format) || lot.state !== 'closed' || lot.outcome === 'allotted'
}

/** Accounts are of the round: a private lot that is decided and not final would show in every other room of it. */
async function tellsCommitments({ round }: Found): Promise<boolean> {
  if (showsBids(round.format)) return true
  const [decided] = await database()
    .select({ id: lots.id })
    .from(lots)
    .where(
      and(eq(lots.roundId, round.id), eq(lots.state, 'closed'), inArray(lots.outcome, ['sold', 'unsold'])),
    )
    .limit(1)
  return decided === undefined
}

async function sealTargetFor(round: Round): Promise<SealTarget | undefined> {
  return isSealed(round) ? sealTargetOf(database(), round) : undefined
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
  history: readonly AnyEvent[],
): LotSnapshot {
  const running = auction?.phase === 'open' || auction?.phase === 'suspended'
  const suspendedAt = auction?.phase === 'suspended' ? auction.suspendedAt : null
  const closesAt = lot.closesAt ?? round.biddingClosesAt
  const isOpen = auction?.format === 'open-ascending'
  const over = lot.state !== 'waiting' && lot.state !== 'open'
  const clock = clockOf({ lot, round, auction }, bidders)
  return {
    lotId: lot.id,
    label: lot.label,
    roundId: round.id,
    format: round.format,
    state: suspendedAt ? 'suspended' : lot.state,
    reserveMinor: lot.reserveMinor.toString(),
    priceMinor: priceOf(lot, round)?.toString() ?? null,
    nextMinor: isOpen && running ? minimumBid(auction, '').toString() : null,
    opensAt: (lot.opensAt ?? round.biddingOpensAt).toISOString(),
    closesAt: closesAt.toISOString(),
    heldMs: suspendedAt ? Math.max(0, closesAt.getTime() - suspendedAt.getTime()) : null,
    sequence: history.length,
    bidders,
    bids: showsBids(round.format) ? lot.bidCount : null,
    steps: priceChanges(history).length,
    extensions: lot.extensions,
    sealed: isSealed(round) ? { closesAt: closesAt.toISOString(), opened: over } : null,
    clock,
  }
}

/** What is paid is told with the bids: at once, or from `final` on where they are private (R3.3). */
function priceOf(lot: Lot, { format }: Round): bigint | null {
  if (showsBids(format)) return lot.priceMinor
  if (lot.state === 'final') return lot.finalPriceMinor
  return showsPrice(format) && (lot.state === 'waiting' || lot.state === 'open') ? lot.priceMinor : null
}

/** The clock of a lot; before the opening its first round, as the settings have it. */
function clockOf({ lot, round, auction }: Found, bidders: number): ClockSnapshot | null {
  if (round.format !== 'ascending-clock') return null
  const state = auction ?? openAuction(lotTerms(lot, round, []), round.biddingOpensAt).state
  const clock = state.format === 'ascending-clock' ? describeClock(state) : null
  return auction ? clock : clock && { ...clock, state: 'before', remaining: bidders }
}

function whyWatching(actor: Actor, lot: Lot, here: Awaited<ReturnType<typeof bidderOnLot>>): string | null {
  if (actor.kind === 'person' && actor.roles.some((role) => role !== 'registrar'))
    return 'people who work for the programme never bid (R4.3).'
  if (!here && lot.state === 'waiting') return 'bidding has not opened; paddles are drawn when it does.'
  if (!here) return 'your organisation has no qualified application for this name.'
  if (here.bidder.struckAt) return 'your paddle was struck from this round.'
  if (!here.mayBid) return 'you do not have the bidder role in your organisation.'
  if (actor.kind !== 'person') return null
  if (actor.assurance < 2) return 'bidding needs your authenticator app: confirm your sign-in first.'
  const held = heldInWords(actor, processNow())
  return held ? `your second factor was recovered or replaced. You can bid again from ${held}.` : null
}

/** What stands in a room and never changes while bidding lasts. */
export async function roomFacts(roundId: string) {
  const [row] = await database()
    .select({ round: rounds, phase: phases.number })
    .from(rounds)
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(eq(rounds.id, roundId))
  if (!row) return undefined
  const { format, settings, practiceOf } = row.round
  const { softClose, increments } = settings
  const name = `Round ${row.round.number}, ${formatNames[format]}`
  return {
    roundName: practiceOf ? `Practice for ${name}` : name,
    roundHref: `/rounds/${row.phase}-${row.round.number}`,
    /** Where the practice was opened from (R3.6); null for a real room. */
    practiceHref: practiceOf && `/portal/rounds/${practiceOf}/practice`,
    softCloseMinutes: { window: softClose.windowSeconds / 60, extend: softClose.extendSeconds / 60 },
    increments,
    format,
    clock: settings.clock ?? null,
    qualityCoefficientMaxBp: settings.qualityCoefficientMaxBp,
    passLineHundredths: settings.passLineHundredths,
    ties: settings.ties,
  }
}

/** Every change of a lot's price with the paddle that led after it; undefined for a lot that is not public. */
export async function pricesOf(lotId: string) {
  const found = await findLot(lotId)
  if (!found || found.round.practice) return undefined
  return priceChanges(await publicHistory(found, lotId)).map(({ sequence, at, leader, priceMinor }) => ({
    sequence,
    at: at?.toISOString() ?? '',
    paddle: leader ?? '',
    priceMinor: priceMinor.toString(),
  }))
}
