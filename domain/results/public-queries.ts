import { and, asc, count, desc, eq, inArray, or } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { bidders, lotBidders, lotEvents, results } from '@/db/schema/auctions'
import { organisations } from '@/db/schema/people'
import { decisions } from '@/db/schema/reviews'
import { lots, phases, rounds } from '@/db/schema/rounds'
import { latestStates, publicCourse } from '@/domain/awards/public-queries'
import { roundPath, roundSlug } from '@/domain/rounds/round-address'
import type { AnyEvent, AnyTerms, History } from '@/engine/auction'
import { eventFromJson, type Json } from '@/engine/json'
import { checkResult } from './check-result'
import { listBids } from './list-bids'
import { playClock } from './play-clock'
import { priceSteps } from './price-steps'
import { rankSealed } from './rank-sealed'

/**
 * Results as everyone may read them (R17.1). They are rows only from `final` on (R3.3), so nothing of a running or
 * merely closed round can be here. The winner is named; others by paddle, unless the round publishes names (R7.2).
 */
export type PublicResult = Awaited<ReturnType<typeof publicResults>>[number]
export type ResultInFull = NonNullable<Awaited<ReturnType<typeof publicResult>>>

/** All results, the newest round first, by name within it. */
export function publicResults(db: Reader = database()) {
  return readResults(db)
}

/** One result with its bidders, how it came about and the check of its record. By name (its latest), or by lot id. */
export async function publicResult(key: string, db: Reader = database()) {
  const [result] = await readResults(db, key)
  if (!result) return undefined
  const [row] = await db
    .select({ lot: lots, round: rounds })
    .from(lots)
    .innerJoin(rounds, eq(rounds.id, lots.roundId))
    .where(eq(lots.id, result.lotId))
  const { lot, round } = row!
  const events = await eventsOf(db, lot.id)
  const closed = events.findLast((event) => event.type === 'auction-closed')
  const history = closed && (events as unknown as History<AnyTerms>)
  return {
    ...result,
    opensAt: lot.opensAt ?? round.biddingOpensAt,
    closedAt: closed?.closedAt ?? null,
    extensions: lot.extensions,
    bids: lot.bidCount,
    steps: priceSteps(events),
    /** Sealed bids that did not count, each with its reason (R8.3). */
    voids: listBids(events).flatMap(({ position, paddle, fate, reason }) =>
      fate === 'void' ? [{ position, paddle, reason: reason ?? '' }] : [],
    ),
    /** Sealed bids as they were ranked; null in other formats and where nobody could bid. */
    sealed: (history && rankSealed(history)) ?? null,
    /** The rounds of a clock; null in other formats and where nobody could bid. */
    clock: (history && playClock(history)) ?? null,
    standing: await withNames(db, result, round.settings.publishBidderNames),
    namesPublished: round.settings.publishBidderNames,
    course: await publicCourse(db, lot.id),
    settings: round.settings,
    configHash: round.configHash ?? '',
    scoresHash: round.scoresHash,
    checks: await checkResult(db, result, lot, round),
  }
}

/** The recorded events of a lot whose result is public, as stored: what anyone can replay (R9.4). By name or lot id. */
export async function publicEvents(key: string, db: Reader = database()) {
  const [result] = await readResults(db, key)
  if (!result) return undefined
  const rows = await db
    .select({ event: lotEvents.event })
    .from(lotEvents)
    .where(eq(lotEvents.lotId, result.lotId))
    .orderBy(asc(lotEvents.sequence))
  return {
    lot: result.lotId,
    label: result.label,
    round: result.round.slug,
    eventsHash: result.eventsHash,
    events: rows.map(({ event }) => event),
  }
}

async function readResults(db: Reader, key?: string) {
  const rows = await db
    .select({
      result: results,
      label: lots.label,
      reserveMinor: lots.reserveMinor,
      phase: phases.number,
      round: {
        number: rounds.number,
        name: rounds.name,
        format: rounds.format,
        paymentDueAt: rounds.paymentDueAt,
      },
      winner: organisations.legalName,
      scoreHundredths: decisions.scoreHundredths,
    })
    .from(results)
    .innerJoin(lots, eq(lots.id, results.lotId))
    .innerJoin(rounds, eq(rounds.id, results.roundId))
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .leftJoin(applications, eq(applications.id, results.winnerApplicationId))
    .leftJoin(organisations, eq(organisations.id, applications.organisationId))
    .leftJoin(decisions, eq(decisions.applicationId, applications.id))
    .where(
      and(
        eq(rounds.state, 'final'),
        key === undefined ? undefined : or(eq(lots.label, key), eq(lots.id, key)),
      ),
    )
    .orderBy(desc(results.finalAt), asc(lots.label))
  const lotIds = rows.map(({ result }) => result.lotId)
  const registered = await countBidders(db, lotIds)
  const stands = await latestStates(db, lotIds)
  return rows.map(({ result, phase, round, ...row }) => {
    const here = { phase, number: round.number }
    return {
      ...row,
      lotId: result.lotId,
      round: { ...round, ...here, slug: roundSlug(here), path: roundPath(here) },
      outcome: result.outcome,
      priceMinor: result.priceMinor,
      /** Where the latest award of the lot stands; its winner's is rank 0. */
      award: stands.get(result.lotId) ?? null,
      paddles: result.standing,
      bidders: registered.get(result.lotId) ?? 0,
      events: result.events,
      eventsHash: result.eventsHash,
      finalAt: result.finalAt,
    }
  })
}

async function countBidders(db: Reader, lotIds: string[]): Promise<Map<string, number>> {
  if (lotIds.length === 0) return new Map()
  const rows = await db
    .select({ lotId: lotBidders.lotId, registered: count() })
    .from(lotBidders)
    .where(inArray(lotBidders.lotId, lotIds))
    .groupBy(lotBidders.lotId)
  return new Map(rows.map(({ lotId, registered }) => [lotId, registered]))
}

async function eventsOf(db: Reader, lotId: string): Promise<AnyEvent[]> {
  const rows = await db
    .select({ event: lotEvents.event })
    .from(lotEvents)
    .where(eq(lotEvents.lotId, lotId))
    .orderBy(asc(lotEvents.sequence))
  return rows.map(({ event }) => eventFromJson<AnyTerms>(event as Json))
}

/** Everyone registered on the lot: those who bid in the order of the standing, then those who did not. */
async function withNames(
  db: Reader,
  result: { lotId: string; paddles: { paddle: number; amountMinor: string }[] },
  named: boolean,
) {
  const registered = await db
    .select({ paddle: bidders.paddle, name: organisations.legalName, struckAt: bidders.struckAt })
    .from(lotBidders)
    .innerJoin(bidders, eq(bidders.id, lotBidders.bidderId))
    .innerJoin(organisations, eq(organisations.id, bidders.organisationId))
    .where(eq(lotBidders.lotId, result.lotId))
    .orderBy(asc(bidders.paddle))
  const place = (paddle: number) => {
    const index = result.paddles.findIndex((row) => row.paddle === paddle)
    return index < 0 ? registered.length : index
  }
  return registered
    .map(({ paddle, name, struckAt }) => ({
      paddle,
      name: named ? name : null,
      struck: struckAt !== null,
      amountMinor: amountOf(result.paddles, paddle),
    }))
    .sort((a, b) => place(a.paddle) - place(b.paddle))
}

function amountOf(
  standing: readonly { paddle: number; amountMinor: string }[],
  paddle: number,
): bigint | null {
  const row = standing.find((each) => each.paddle === paddle)
  return row ? BigInt(row.amountMinor) : null
}
