import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { results } from '@/db/schema/auctions'
import { awards } from '@/db/schema/awards'
import { isoCategories, type LabelState, labels } from '@/db/schema/labels'
import { type AuctionFormat, lots, phases, type RoundState, rounds } from '@/db/schema/rounds'
import { showsPrice } from '@/domain/rounds/format-words'
import { knownClose, type NextDate, nextDate } from '@/domain/rounds/next-date'
import { roundSlug } from '@/domain/rounds/round-address'
import { holdsToday } from './country-code-facts'
import { type PublicStatus, publicStatus, stageOf } from './public-status'
import { allLabels } from './rules'

/** A name as the catalogue shows it to everyone (R17.1). */
export type CatalogueEntry = {
  label: string
  state: LabelState
  status: PublicStatus
  /** Officially assigned by ISO 3166-1 today. */
  countryCode: boolean
  /** The round that offers it, or the one that awarded it. */
  round?: { slug: string; phase: number; number: number; format: AuctionFormat; suspended: boolean }
  /** All rounds that offered it, by their address; a name that found no bid went back and can be offered again. */
  rounds?: string[]
  reserveMinor?: bigint
  /** The price that stands now where the format shows it, or the one it was awarded at. Never a maximum. */
  priceMinor?: bigint
  /** Submitted applications; `hidden` until applications close. */
  applications?: number | 'hidden'
  next?: NextDate
}

type OnOffer = {
  lot: typeof lots.$inferSelect
  round: typeof rounds.$inferSelect
  phase: number
}

/** All 1,332 names, singles first, as everyone may see them. Nothing of a round that is not approved. */
export async function catalogue(db: Reader = database()): Promise<CatalogueEntry[]> {
  const [states, codes, offers, given, interest, rounded] = await Promise.all([
    db.select({ label: labels.label, state: labels.state }).from(labels),
    officialCodes(db),
    namesOnOffer(db),
    latestAwards(db),
    submittedByLot(db),
    roundsByLabel(db),
  ])
  const stateOf = new Map(states.map(({ label, state }) => [label, state]))
  const offerOf = new Map(offers.map((offer) => [offer.lot.label, offer]))
  const awardOf = new Map(given.map((award) => [award.label, award]))
  return allLabels.map((label) => {
    const state = stateOf.get(label) ?? 'reserved'
    const own = { label, state, countryCode: codes.has(label), ...rounded.get(label) }
    const offer = offerOf.get(label)
    if (offer && state !== 'awarded' && state !== 'allocated')
      return { ...own, ...offered(state, offer, interest) }
    const award = state === 'awarded' || state === 'allocated' ? awardOf.get(label) : undefined
    return {
      ...own,
      status: publicStatus(state),
      ...(award && {
        round: { ...award.round, slug: roundSlug(award.round), suspended: false },
        reserveMinor: award.reserveMinor,
        ...(award.priceMinor !== null && { priceMinor: award.priceMinor }),
        applications: interest.get(award.lotId) ?? 0,
      }),
    }
  })
}

function offered(state: LabelState, { lot, round, phase }: OnOffer, interest: Map<string, number>) {
  const stage = stageOf({ round: round.state, suspendedFrom: round.suspendedFrom })
  const suspended = round.state === 'suspended'
  const next = suspended ? undefined : nextDate(stage, round, knownClose(round.format, lot))
  const here = { phase, number: round.number }
  return {
    status: publicStatus(state, { round: round.state, suspendedFrom: round.suspendedFrom, lot: lot.state }),
    round: { ...here, slug: roundSlug(here), format: round.format, suspended },
    reserveMinor: lot.reserveMinor,
    ...(lot.priceMinor !== null && showsPrice(round.format) && { priceMinor: lot.priceMinor }),
    applications: countsShow(stage) ? (interest.get(lot.id) ?? 0) : ('hidden' as const),
    ...(next && { next }),
  }
}

/** How many applied is nobody's business until all have. */
export function countsShow(stage: RoundState): boolean {
  return ['review', 'qualified', 'bidding', 'closed', 'final'].includes(stage)
}

async function officialCodes(db: Reader): Promise<Set<string>> {
  const rows = await db
    .select({ code: isoCategories.code })
    .from(isoCategories)
    .where(and(eq(isoCategories.category, 'officially-assigned'), holdsToday(isoCategories)))
  return new Set(rows.map(({ code }) => code))
}

async function roundsByLabel(db: Reader): Promise<Map<string, { rounds: string[] }>> {
  const rows = await db
    .select({ label: lots.label, phase: phases.number, number: rounds.number })
    .from(lots)
    .innerJoin(rounds, eq(rounds.id, lots.roundId))
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(and(isNotNull(rounds.approvedAt), isNull(rounds.practiceOf), ne(rounds.state, 'cancelled')))
  const found = new Map<string, { rounds: string[] }>()
  for (const { label, ...round } of rows)
    found.set(label, { rounds: [...(found.get(label)?.rounds ?? []), roundSlug(round)] })
  return found
}

function namesOnOffer(db: Reader): Promise<OnOffer[]> {
  return db
    .select({ lot: lots, round: rounds, phase: phases.number })
    .from(lots)
    .innerJoin(rounds, eq(rounds.id, lots.roundId))
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(and(eq(lots.live, true), isNotNull(rounds.approvedAt)))
    .orderBy(asc(lots.label))
}

function latestAwards(db: Reader) {
  return db
    .selectDistinctOn([lots.label], {
      label: lots.label,
      lotId: lots.id,
      reserveMinor: lots.reserveMinor,
      priceMinor: sql<bigint | null>`coalesce(${awards.priceMinor}, ${results.priceMinor})`.mapWith(
        results.priceMinor,
      ),
      round: { phase: phases.number, number: rounds.number, format: rounds.format },
    })
    .from(results)
    .innerJoin(lots, eq(lots.id, results.lotId))
    .innerJoin(rounds, eq(rounds.id, results.roundId))
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .leftJoin(awards, and(eq(awards.lotId, lots.id), isNull(awards.endedAt)))
    .where(inArray(results.outcome, ['sold', 'allotted']))
    .orderBy(asc(lots.label), desc(results.finalAt))
}

async function submittedByLot(db: Reader): Promise<Map<string, number>> {
  const rows = await db
    .select({ lotId: applications.lotId, submitted: count() })
    .from(applications)
    .where(eq(applications.state, 'submitted'))
    .groupBy(applications.lotId)
  return new Map(rows.map(({ lotId, submitted }) => [lotId, submitted]))
}
