import { and, asc, count, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { lotBidders } from '@/db/schema/auctions'
import {
  cctlds,
  codeLists,
  isoCategories,
  labelMoves,
  labels,
  releaseEvidence,
  releases,
} from '@/db/schema/labels'
import { lots, phases, roundMoves, rounds } from '@/db/schema/rounds'
import { showsPrice } from '@/domain/rounds/format-words'
import { knownClose, nextDate } from '@/domain/rounds/next-date'
import { timetableOf } from '@/domain/rounds/timetable-of'
import { holdsToday } from './country-code-facts'
import { lookAlikes } from './look-alikes'
import { measuresOf } from './measures-of'
import { nameHistory } from './name-history'
import { countsShow } from './public-queries'
import { publicStatus, stageOf } from './public-status'

/** Everything public about one name: where it stands, why, and every move it made (R1.4, R17.1). */
export type PublicLabel = NonNullable<Awaited<ReturnType<typeof publicLabel>>>

/** Undefined for what is no label. */
export async function publicLabel(label: string, db: Reader = database()) {
  const [row] = await db.select().from(labels).where(eq(labels.label, label))
  if (!row) return undefined
  const [offer, moves, ofRounds, release, country, alike] = await Promise.all([
    offerOf(db, label),
    movesOf(db, label),
    movesOfItsRounds(db, label),
    releaseOf(db, label),
    countryOf(db, label),
    alikeWith(db, label),
  ])
  return {
    label,
    class: row.class,
    state: row.state,
    status: publicStatus(row.state, offer && { ...offer, round: offer.state, lot: offer.lotState }),
    since: row.stateSince,
    withheldReason: row.withheldReason,
    flagged: row.flaggedAt !== null,
    offer,
    history: nameHistory(moves, ofRounds),
    release,
    country,
    alike,
  }
}

async function offerOf(db: Reader, label: string) {
  const [found] = await db
    .select({ lot: lots, round: rounds, phase: phases.number })
    .from(lots)
    .innerJoin(rounds, eq(rounds.id, lots.roundId))
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(and(eq(lots.label, label), eq(lots.live, true), isNotNull(rounds.approvedAt)))
  if (!found) return undefined
  const { lot, round, phase } = found
  const stage = stageOf({ round: round.state, suspendedFrom: round.suspendedFrom })
  const suspended = round.state === 'suspended'
  const closesAt = knownClose(round.format, lot)
  return {
    lotId: lot.id,
    lotState: lot.state,
    roundId: round.id,
    phase,
    number: round.number,
    name: round.name,
    format: round.format,
    state: round.state,
    stage,
    suspended,
    suspendedFrom: round.suspendedFrom,
    publicReason: round.publicReason,
    ...timetableOf(round),
    closesAt,
    next: suspended ? undefined : nextDate(stage, round, closesAt),
    reserveMinor: lot.reserveMinor,
    priceMinor: showsPrice(round.format) ? lot.priceMinor : null,
    bids: showsPrice(round.format) ? lot.bidCount : null,
    applications: countsShow(stage) ? await submittedFor(db, lot.id) : null,
    bidders: stage === 'bidding' || stage === 'closed' ? await biddersOf(db, lot.id) : null,
    settings: round.settings,
    configHash: round.configHash,
  }
}

async function submittedFor(db: Reader, lotId: string): Promise<number> {
  const [row] = await db
    .select({ submitted: count() })
    .from(applications)
    .where(and(eq(applications.lotId, lotId), eq(applications.state, 'submitted')))
  return row?.submitted ?? 0
}

async function biddersOf(db: Reader, lotId: string): Promise<number> {
  const [row] = await db.select({ registered: count() }).from(lotBidders).where(eq(lotBidders.lotId, lotId))
  return row?.registered ?? 0
}

function movesOf(db: Reader, label: string) {
  return db
    .select({
      id: labelMoves.id,
      at: labelMoves.at,
      from: labelMoves.from,
      to: labelMoves.to,
      note: labelMoves.note,
    })
    .from(labelMoves)
    .where(eq(labelMoves.label, label))
    .orderBy(desc(labelMoves.at), desc(labelMoves.id))
}

/** What the rounds that offered the name went through, from their approval on. */
function movesOfItsRounds(db: Reader, label: string) {
  return db
    .select({
      id: roundMoves.id,
      at: roundMoves.at,
      from: roundMoves.from,
      to: roundMoves.to,
      reason: roundMoves.reason,
      number: rounds.number,
    })
    .from(roundMoves)
    .innerJoin(rounds, eq(rounds.id, roundMoves.roundId))
    .innerJoin(lots, eq(lots.roundId, rounds.id))
    .where(and(eq(lots.label, label), isNotNull(rounds.approvedAt)))
}

/** The release that stands, with what was filed for it: titles and parties are public, the documents are not (R2.3). */
async function releaseOf(db: Reader, label: string) {
  const [release] = await db
    .select({
      id: releases.id,
      basis: releases.basis,
      categoryThen: releases.categoryThen,
      cctldThen: releases.cctldThen,
      releasedAt: releases.releasedAt,
    })
    .from(releases)
    .where(and(eq(releases.label, label), isNull(releases.endedAt)))
    .orderBy(desc(releases.releasedAt))
    .limit(1)
  if (!release) return undefined
  const evidence = await db
    .select({
      id: releaseEvidence.id,
      kind: releaseEvidence.kind,
      title: releaseEvidence.title,
      party: releaseEvidence.party,
      dated: releaseEvidence.dated,
    })
    .from(releaseEvidence)
    .where(eq(releaseEvidence.releaseId, release.id))
    .orderBy(asc(releaseEvidence.position))
  return { ...release, evidence, measures: (await measuresOf(db, [release.id])).get(release.id) }
}

/** What the lists say of the two letters today, and which lists say it (R1.3). Undefined for what can be no code. */
async function countryOf(db: Reader, label: string) {
  const list = { name: codeLists.name, source: codeLists.source, asOf: codeLists.asOf }
  const [category] = await db
    .select({
      category: isoCategories.category,
      name: isoCategories.name,
      since: isoCategories.validFrom,
      list,
    })
    .from(isoCategories)
    .innerJoin(codeLists, eq(codeLists.id, isoCategories.listId))
    .where(and(eq(isoCategories.code, label), holdsToday(isoCategories)))
  if (!category) return undefined
  const [delegated] = await db
    .select({ since: cctlds.validFrom, list })
    .from(cctlds)
    .innerJoin(codeLists, eq(codeLists.id, cctlds.listId))
    .where(and(eq(cctlds.code, label), holdsToday(cctlds)))
  return { ...category, cctld: delegated }
}

/** Names that are easily taken for this one, as they stand (R17.2). */
async function alikeWith(db: Reader, label: string) {
  const others = lookAlikes(label)
  if (others.length === 0) return []
  const rows = await db
    .select({ label: labels.label, state: labels.state, lot: lots.state, round: rounds })
    .from(labels)
    .leftJoin(lots, and(eq(lots.label, labels.label), eq(lots.live, true)))
    .leftJoin(rounds, and(eq(rounds.id, lots.roundId), isNotNull(rounds.approvedAt)))
    .where(inArray(labels.label, others))
    .orderBy(asc(labels.label))
  return rows.map((row) => ({
    label: row.label,
    status: publicStatus(
      row.state,
      row.round && row.lot
        ? { round: row.round.state, suspendedFrom: row.round.suspendedFrom, lot: row.lot }
        : undefined,
    ),
  }))
}
