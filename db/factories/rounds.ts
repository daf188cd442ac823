import { and, eq, max, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { isoCategories, type LabelState, labelMoves, labels, releases } from '@/db/schema/labels'
import {
  type AuctionFormat,
  lots,
  phases,
  type RoundSettings,
  type RoundState,
  roundMoves,
  rounds,
} from '@/db/schema/rounds'
import { defaultSettings } from '@/domain/rounds/default-settings'
import { newTieSecret } from '@/domain/rounds/tie-secret'
import type { Timetable } from '@/domain/rounds/timetable'
import { processNow } from '@/lib/clock'
import { hashOf } from '@/lib/hash'
import { newId } from '@/lib/ids'

/** Rows put in place directly, without the operations that would lead there: quick, and free to be in any state. */

/** A released label with its approved release; without a name the first reserved one with a digit is taken. */
export async function makeReleasedLabel(wanted?: string): Promise<{ label: string; releaseId: string }> {
  return database().transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(labels)
      .where(
        wanted ? eq(labels.label, wanted) : and(eq(labels.state, 'reserved'), eq(labels.class, 'with-digit')),
      )
      .orderBy(labels.label)
      .limit(1)
      .for('update', wanted ? {} : { skipLocked: true })
    if (!row) throw new Error(`There is no label ${wanted ?? 'left to release'}.`)
    const [iso] = await tx.select().from(isoCategories).where(eq(isoCategories.code, row.label))
    const at = processNow()
    const releaseId = newId('rel', at)
    const basis = iso ? 'confusion-measures' : 'no-country-code'
    await tx.insert(releases).values({
      id: releaseId,
      label: row.label,
      basis,
      categoryThen: iso?.category ?? null,
      releasedAt: at,
    })
    await tx.update(labels).set({ state: 'released', stateSince: at }).where(eq(labels.label, row.label))
    await tx.insert(labelMoves).values({
      id: newId('mov', at),
      label: row.label,
      from: row.state,
      to: 'released',
      at,
      note: `Released on the basis ${basis}`,
    })
    return { label: row.label, releaseId }
  })
}

/** A phase, published unless said otherwise, with the next free number. */
export async function makePhase(
  wanted: { name?: string; published?: boolean } = {},
): Promise<{ id: string; number: number }> {
  const db = database()
  const [row] = await db.select({ last: max(phases.number) }).from(phases)
  const at = processNow()
  const phase = { id: newId('pha', at), number: (row?.last ?? 0) + 1 }
  await db.insert(phases).values({
    ...phase,
    name: wanted.name ?? `Phase ${phase.number}`,
    publishedAt: wanted.published === false ? null : at,
  })
  return phase
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** An ordinary timetable: when each instant comes after applications open. */
const offsets: Timetable = asDates({
  applicationsOpenAt: 0,
  questionsCloseAt: 20 * DAY,
  applicationsCloseAt: 30 * DAY,
  reviewDueAt: 40 * DAY,
  reviewResultsAt: 42 * DAY,
  depositDueAt: 47 * DAY,
  biddingOpensAt: 50 * DAY,
  biddingClosesAt: 50 * DAY + 8 * HOUR,
  resultsAt: 52 * DAY,
  paymentDueAt: 80 * DAY,
})

/** How long after the opening of applications a round in each state stands by default. */
const standing: Record<RoundState, number> = {
  draft: -10 * DAY,
  approved: -5 * DAY,
  applications: 10 * DAY,
  review: 35 * DAY,
  qualified: 48 * DAY,
  bidding: 50 * DAY + HOUR,
  closed: 51 * DAY,
  final: 60 * DAY,
  suspended: 35 * DAY,
  cancelled: 35 * DAY,
}

/** An ordinary timetable for which this instant lies amid the given state. */
export function timetableAround(state: RoundState, now: Date = processNow()): Timetable {
  const opens = now.getTime() - standing[state]
  return Object.fromEntries(
    Object.entries(offsets).map(([field, offset]) => [field, new Date(opens + offset.getTime())]),
  ) as Timetable
}

type RoundWanted = {
  state?: RoundState
  format?: AuctionFormat
  phaseId?: string
  name?: string
  zone?: string
  /** Instants that differ from `timetableAround(state)`. */
  timetable?: Partial<Timetable>
  settings?: Partial<RoundSettings>
  /** Labels to offer, released on the way; or how many lots to make. Default: one lot. */
  labels?: readonly string[] | number
  reserveMinor?: bigint
}

export type MadeLot = { id: string; label: string }
export type MadeRound = { id: string; phaseId: string; number: number; timetable: Timetable; lots: MadeLot[] }

/** A round in any state with its lots `waiting` (`final` and `cancelled` rounds: over), by default around now. */
export async function makeRound(wanted: RoundWanted = {}): Promise<MadeRound> {
  const db = database()
  const state = wanted.state ?? 'draft'
  const phaseId = wanted.phaseId ?? (await makePhase()).id
  const [row] = await db
    .select({ last: max(rounds.number) })
    .from(rounds)
    .where(eq(rounds.phaseId, phaseId))
  const id = newId('rnd', processNow())
  const number = (row?.last ?? 0) + 1
  const timetable = { ...timetableAround(state), ...wanted.timetable }
  const approved = state !== 'draft' && state !== 'cancelled'
  await db.insert(rounds).values({
    id,
    phaseId,
    number,
    name: wanted.name ?? `Round ${number}`,
    format: wanted.format ?? 'open-ascending',
    state,
    zone: wanted.zone ?? 'America/New_York',
    ...timetable,
    settings: { ...defaultSettings(), ...wanted.settings },
    rulesVersion: '1',
    ...(approved && {
      ...newTieSecret(id),
      approvedAt: processNow(),
      configHash: hashOf({ made: id }),
    }),
    ...(state === 'suspended' && {
      suspendedFrom: 'review',
      suspendedAt: processNow(),
      publicReason: 'Trial',
    }),
    ...(state === 'cancelled' && { publicReason: 'Trial' }),
  })
  if (state !== 'draft')
    await db
      .insert(roundMoves)
      .values({ id: newId('mov', processNow()), roundId: id, from: 'draft', to: state, at: processNow() })
  const names = typeof wanted.labels === 'object' ? wanted.labels : Array.from({ length: wanted.labels ?? 1 })
  const made: MadeLot[] = []
  for (const name of names as (string | undefined)[])
    made.push(await makeLot(id, { label: name, reserveMinor: wanted.reserveMinor }))
  return { id, phaseId, number, timetable, lots: made }
}

/** One more lot in a round, whatever its state. A label in a live, approved round is `offered`. */
export async function makeLot(
  roundId: string,
  wanted: { label?: string; reserveMinor?: bigint } = {},
): Promise<MadeLot> {
  const db = database()
  const [round] = await db.select().from(rounds).where(eq(rounds.id, roundId))
  if (!round) throw new Error(`There is no round ${roundId}.`)
  const over = round.state === 'final' || round.state === 'cancelled'
  const { label, releaseId } = await makeReleasedLabel(wanted.label)
  const id = newId('lot', processNow())
  await db.insert(lots).values({
    id,
    roundId,
    label,
    releaseId,
    reserveMinor: wanted.reserveMinor ?? BigInt(round.settings.defaultReserveMinor),
    live: !over,
    state: round.state === 'final' ? 'final' : over ? 'cancelled' : 'waiting',
  })
  if (round.state !== 'draft' && !over) await setLabelState(label, 'offered')
  return { id, label }
}

async function setLabelState(label: string, state: LabelState): Promise<void> {
  await database()
    .update(labels)
    .set({ state, stateSince: sql`clock_timestamp()` })
    .where(eq(labels.label, label))
}

function asDates(offsetsInMs: Record<keyof Timetable, number>): Timetable {
  return Object.fromEntries(
    Object.entries(offsetsInMs).map(([field, offset]) => [field, new Date(offset)]),
  ) as Timetable
}
