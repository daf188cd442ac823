import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { pool, type Reader } from '@/db/client'
import { bidders, lotBidders } from '@/db/schema/auctions'
import { organisations } from '@/db/schema/people'
import { announcements, lots, phases, roundMoves, rounds } from '@/db/schema/rounds'
import { describeClock } from '@/domain/lots/describe-clock'
import { heldLot } from '@/domain/lots/held-lot'
import { stateOf, termsOf } from '@/domain/lots/lot-auction'
import { replayLot } from '@/domain/results/replay-lot'
import { query } from '@/lib/query'
import { showsBids } from './format-words'

export type ControlRoom = NonNullable<Awaited<ReturnType<typeof controlRoom>>>

/** Everything an officer sees of a running round: its state, its figures, its lots, its bidders. */
export const controlRoom = query(
  'auctions.control',
  async ({ db, input: roundId }: { db: Reader; input: string }) => {
    const [row] = await db
      .select({ round: rounds, phase: phases.number })
      .from(rounds)
      .innerJoin(phases, eq(phases.id, rounds.phaseId))
      .where(and(eq(rounds.id, roundId), eq(rounds.practice, false)))
    if (!row) return undefined
    const [moves, lotRows, registered, notices, figures] = await Promise.all([
      db.select().from(roundMoves).where(eq(roundMoves.roundId, roundId)).orderBy(asc(roundMoves.at)),
      lotsOf(db, row.round),
      biddersOf(db, row.round),
      db
        .select()
        .from(announcements)
        .where(eq(announcements.roundId, roundId))
        .orderBy(desc(announcements.at))
        .limit(30),
      figuresOf(db, roundId),
    ])
    return {
      ...row,
      moves,
      lots: lotRows,
      bidders: registered,
      announcements: notices,
      figures: isPrivate(row.round) ? { ...figures, bidsLastMinute: null } : figures,
    }
  },
)

/** The lots whose replay differs from the tables, with the sentence; empty when all are equal (R9.4). */
export const replayDifferences = query(
  'auctions.control',
  async ({ db, input: roundId }: { db: Reader; input: string }) => {
    const found: { label: string; difference: string }[] = []
    for (const lot of await db.select().from(lots).where(eq(lots.roundId, roundId))) {
      const { difference } = await replayLot(db, lot)
      if (difference !== undefined) found.push({ label: lot.label, difference })
    }
    return found
  },
)

/**
 * While bidding lasts in a format whose bids are private, an officer too learns neither that one came nor what it states
 * (R7.3, R8).
 */
function isPrivate({ format, state }: typeof rounds.$inferSelect): boolean {
  return !showsBids(format) && state !== 'closed' && state !== 'final'
}

async function lotsOf(db: Reader, round: typeof rounds.$inferSelect) {
  const rows = await selectLots(db, round.id)
  // The order of the newest event would tell of bids.
  if (isPrivate(round)) rows.sort((a, b) => (a.label < b.label ? -1 : 1))
  return Promise.all(
    rows.map(async ({ auction, ...lot }) => {
      const terms = auction === null ? undefined : await termsOf(pool(), lot.id)
      const state = terms && stateOf(terms, auction)
      return {
        ...lot,
        ...heldLot(lot, round),
        clock: state?.format === 'ascending-clock' ? describeClock(state) : null,
        ...(isPrivate(round) && { leader: null, bids: null, lastEventAt: null }),
      }
    }),
  )
}

function selectLots(db: Reader, roundId: string) {
  return db
    .select({
      id: lots.id,
      label: lots.label,
      state: lots.state,
      outcome: lots.outcome,
      priceMinor: sql<string | null>`coalesce(${lots.finalPriceMinor}, ${lots.priceMinor})::text`,
      reserveMinor: lots.reserveMinor,
      auction: lots.auction,
      bids: sql<number | null>`${lots.bidCount}`,
      lastEventAt: lots.lastEventAt,
      closesAt: lots.closesAt,
      leader: bidders.paddle,
      bidders: sql<number>`(select count(*)::int from ${lotBidders} where ${lotBidders.lotId} = ${lots.id})`,
    })
    .from(lots)
    .leftJoin(bidders, eq(bidders.id, lots.leaderId))
    .where(eq(lots.roundId, roundId))
    .orderBy(sql`${lots.lastEventAt} desc nulls last`, asc(lots.label))
}

async function biddersOf(db: Reader, round: typeof rounds.$inferSelect) {
  const rows = await selectBidders(db, round.id)
  return isPrivate(round) ? rows.map((bidder) => ({ ...bidder, committedMinor: null })) : rows
}

function selectBidders(db: Reader, roundId: string) {
  return db
    .select({
      id: bidders.id,
      paddle: bidders.paddle,
      organisation: organisations.legalName,
      limitMinor: bidders.limitMinor,
      committedMinor: bidders.committedMinor,
      struckAt: bidders.struckAt,
      lots: sql<number>`(select count(*)::int from ${lotBidders} where ${lotBidders.bidderId} = ${bidders.id})`,
    })
    .from(bidders)
    .innerJoin(organisations, eq(organisations.id, bidders.organisationId))
    .where(eq(bidders.roundId, roundId))
    .orderBy(asc(bidders.paddle))
}

type Figures = {
  connected: number
  bidsLastMinute: number
  decisionP95Ms: number | null
  clockSkewMs: number | null
  outbox: number
  streams: number
  workerSeconds: number | null
}

/** Figures of the last moments, added up over every web process that has shown signs of life. */
async function figuresOf(db: Reader, roundId: string): Promise<Figures> {
  const [row] = await db.execute<Figures>(sql`
    with web as (
      select details from heartbeats where name like 'web:%' and at > clock_timestamp() - interval '15 seconds'
    )
    select
      (select count(distinct b.id)::int from web, jsonb_array_elements_text(details -> 'bidders') as open(id)
        join bidders b on b.id = open.id where b.round_id = ${roundId}) as connected,
      (select count(*)::int from bid_attempts a join lots l on l.id = a.lot_id
        where a.form not in ('sealed', 'withdrawal') and l.round_id = ${roundId} and a.decided_at > clock_timestamp() - interval '1 minute') as "bidsLastMinute",
      (select max((details ->> 'decisionP95Ms')::float8) from web) as "decisionP95Ms",
      (select max(abs((details ->> 'clockSkewMs')::float8)) from web) as "clockSkewMs",
      (select count(*)::int from mail_outbox where sent_at is null and delivery = 'at-once') as outbox,
      (select coalesce(sum((details ->> 'streams')::int), 0)::int from web) as streams,
      (select extract(epoch from clock_timestamp() - at)::int from heartbeats where name = 'worker') as "workerSeconds"`)
  return row as Figures
}
