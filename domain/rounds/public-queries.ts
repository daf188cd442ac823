import { and, asc, count, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { lotBidders } from '@/db/schema/auctions'
import { labels } from '@/db/schema/labels'
import {
  type AuctionFormat,
  announcements,
  type LotState,
  lots,
  phases,
  type RoundState,
  roundMoves,
  rounds,
} from '@/db/schema/rounds'
import { countsShow } from '@/domain/labels/public-queries'
import { type PublicStatus, publicStatus, stageOf } from '@/domain/labels/public-status'
import { heldLot } from '@/domain/lots/held-lot'
import { readClocks } from '@/domain/lots/read-clocks'
import { publishedQuestions } from '@/domain/questions/queries'
import { showsBids, showsPrice } from './format-words'
import { knownClose, nextDate } from './next-date'
import { type RoundNumber, roundPath, roundSlug } from './round-address'
import { timetableOf } from './timetable-of'

/**
 * Rounds as everyone sees them (R17.1). A round exists for the public from its approval on, when its settings are
 * frozen: a draft is not even a gap in the numbering.
 */
const isPublic = isNotNull(rounds.approvedAt)

export type PublicPhase = { id: string; number: number; name: string; summary: string; rounds: PublicRound[] }
export type PublicRound = Awaited<ReturnType<typeof publicRounds>>[number]
export type RoundInFull = NonNullable<Awaited<ReturnType<typeof publicRound>>>
export type PublicLot = Awaited<ReturnType<typeof lotsOf>>[number]

/** Published phases in order, each with its rounds and their names. */
export async function publicPhases(db: Reader = database()): Promise<PublicPhase[]> {
  const published = await db
    .select({ id: phases.id, number: phases.number, name: phases.name, summary: phases.summary })
    .from(phases)
    .where(isNotNull(phases.publishedAt))
    .orderBy(asc(phases.number))
  const all = await publicRounds(db)
  return published.map((phase) => ({ ...phase, rounds: all.filter(({ phaseId }) => phaseId === phase.id) }))
}

/** All public rounds with their lots, by phase and number. */
export async function publicRounds(db: Reader = database()) {
  const found = await db
    .select({ round: rounds, phase: phases.number })
    .from(rounds)
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(isPublic)
    .orderBy(asc(phases.number), asc(rounds.number))
  const offered = await lotsOf(
    db,
    found.map(({ round }) => round.id),
  )
  return found.map(({ round, phase }) => {
    const own = offered.filter(({ roundId }) => roundId === round.id)
    const here = { phase, number: round.number }
    const stage = stageOf({ round: round.state, suspendedFrom: round.suspendedFrom })
    return {
      id: round.id,
      phaseId: round.phaseId,
      ...here,
      slug: roundSlug(here),
      path: roundPath(here),
      name: round.name,
      summary: round.summary,
      format: round.format,
      state: round.state,
      stage,
      status: roundStatus(round.state),
      stateSince: round.stateSince,
      version: round.version,
      zone: round.zone,
      timetable: timetableOf(round),
      next: nextDate(round.state, round, nextClose(round.format, own)),
      publicReason: round.publicReason,
      lots: own,
    }
  })
}

/** A round with everything that is published about it; undefined while it is a draft, as if there were none. */
export async function publicRound({ phase, number }: RoundNumber, db: Reader = database()) {
  const all = await publicRounds(db)
  const round = all.find((each) => each.phase === phase && each.number === number)
  if (!round) return undefined
  const [row] = await db.select().from(rounds).where(eq(rounds.id, round.id))
  const { settings, rulesVersion, configHash, approvedAt, secretHash, publishedSecret, scoresHash } = row!
  const [questions, notices, moves] = await Promise.all([
    publishedQuestions(db, round.id),
    db
      .select({ id: announcements.id, at: announcements.at, text: announcements.text })
      .from(announcements)
      .where(eq(announcements.roundId, round.id))
      .orderBy(desc(announcements.at)),
    db.select().from(roundMoves).where(eq(roundMoves.roundId, round.id)).orderBy(asc(roundMoves.at)),
  ])
  return {
    ...round,
    settings,
    rulesVersion,
    configHash: configHash ?? '',
    approvedAt: approvedAt!,
    secretHash,
    /** Published when bidding has closed (R7.5). */
    publishedSecret,
    scoresHash,
    questions,
    announcements: notices,
    moves: moves.filter(({ from, to }) => from !== 'draft' || to !== 'draft'),
  }
}

async function lotsOf(db: Reader, roundIds: readonly string[]) {
  if (roundIds.length === 0) return []
  const ids = [...roundIds]
  const [found, submitted, registered] = await Promise.all([
    db
      .select({ lot: lots, state: labels.state, round: rounds })
      .from(lots)
      .innerJoin(rounds, eq(rounds.id, lots.roundId))
      .innerJoin(labels, eq(labels.label, lots.label))
      .where(inArray(lots.roundId, ids))
      .orderBy(asc(lots.label)),
    db
      .select({ lotId: applications.lotId, number: count() })
      .from(applications)
      .where(and(inArray(applications.roundId, ids), eq(applications.state, 'submitted')))
      .groupBy(applications.lotId),
    db
      .select({ lotId: lotBidders.lotId, number: count() })
      .from(lotBidders)
      .innerJoin(lots, eq(lots.id, lotBidders.lotId))
      .where(inArray(lots.roundId, ids))
      .groupBy(lotBidders.lotId),
  ])
  const numberOf = (rows: { lotId: string; number: number }[], lotId: string) =>
    rows.find((row) => row.lotId === lotId)?.number ?? 0
  const clocks = await readClocks(
    found.flatMap(({ lot, round }) => (round.format === 'ascending-clock' ? [lot] : [])),
  )
  return found.map(({ lot, state, round }) => {
    const stage = stageOf({ round: round.state, suspendedFrom: round.suspendedFrom })
    const final = round.state === 'final'
    const { state: lotState, closesAt, heldMs } = heldLot(lot, round)
    return {
      lotId: lot.id,
      roundId: lot.roundId,
      label: lot.label,
      status: lot.live
        ? publicStatus(state, { round: round.state, suspendedFrom: round.suspendedFrom, lot: lot.state })
        : statusAfter(lot, final),
      lotState,
      reserveMinor: lot.reserveMinor,
      /** Of a clock what is announced after each round (R7.3); null in other formats and before the first. */
      clock: clocks.get(lot.id) ?? null,
      priceMinor: final ? lot.finalPriceMinor : showsPrice(round.format) ? lot.priceMinor : null,
      bids: showsBids(round.format) || final ? lot.bidCount : null,
      closesAt,
      /** Milliseconds of bidding left while the round is suspended; `closesAt` is then null. */
      heldMs,
      extensions: lot.extensions,
      applications: countsShow(stage) ? numberOf(submitted, lot.id) : null,
      bidders: ['bidding', 'closed', 'final'].includes(stage) ? numberOf(registered, lot.id) : null,
      /** Public only from final (R3.3). */
      outcome: final ? lot.outcome : null,
    }
  })
}

/** How a lot that is over is drawn: by what became of it here, whatever the name did later. */
function statusAfter(lot: typeof lots.$inferSelect, final: boolean): PublicStatus {
  if (!final) return lot.state === 'cancelled' ? 'released' : 'closed'
  return lot.outcome === 'sold' || lot.outcome === 'allotted' ? 'awarded' : 'released'
}

/** The earliest close that is still to come, which late bids may have moved. */
function nextClose(
  format: AuctionFormat,
  offered: readonly { lotState: LotState | 'suspended'; closesAt: Date | null }[],
): Date | undefined {
  const open = offered.flatMap(({ lotState: state, closesAt }) => {
    const at = knownClose(format, { state, closesAt })
    return state === 'open' && at ? [at] : []
  })
  return open.sort((a, b) => a.getTime() - b.getTime())[0]
}

const statuses: Record<RoundState, PublicStatus> = {
  draft: 'reserved',
  approved: 'released',
  applications: 'open',
  review: 'review',
  qualified: 'qualified',
  bidding: 'live',
  closed: 'closed',
  final: 'awarded',
  suspended: 'withheld',
  cancelled: 'withheld',
}

/** The colour and glyph of a round; its word comes from `roundStateWords`. */
function roundStatus(state: RoundState): PublicStatus {
  return statuses[state]
}
