import { inArray, sql } from 'drizzle-orm'
import { database, sqlOf } from '@/db/client'
import { labels } from '@/db/schema/labels'
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

type Released = { label: string; releaseId: string }

/** A released label with its approved release; without a name the first reserved one with a digit is taken. */
export async function makeReleasedLabel(wanted?: string): Promise<Released> {
  const [made] = await releaseLabels([wanted])
  return made!
}

/** Releases the labels named, or for each name left out the next reserved one with a digit; in the order asked for. */
async function releaseLabels(wanted: readonly (string | undefined)[]): Promise<Released[]> {
  if (wanted.length === 0) return []
  const names = wanted.filter((name) => name !== undefined)
  const at = processNow().toISOString()
  const made = await sqlOf(database())<Released[]>`
    with named as (
      select labels.label, state, place
      from unnest(${names}::text[]) with ordinality as wanted (label, place) join labels using (label)
      for update of labels
    ), others as (
      select label, state from labels
      where state = 'reserved' and class = 'with-digit' and label <> all(${names}::text[])
      order by label limit ${wanted.length - names.length} for update skip locked
    ), taken as (
      select * from named
      union all select label, state, ${names.length} + row_number() over (order by label) from others
    ), given as (
      select label, state, place, release_id, move_id, iso.category
      from taken
        join unnest(${ids('rel', wanted.length)}::text[], ${ids('mov', wanted.length)}::text[])
          with ordinality as ids (release_id, move_id, place) using (place)
        left join iso_categories iso on iso.code = taken.label
    ), released as (
      insert into releases (id, label, basis, category_then, released_at)
      select release_id, label, case when category is null then 'no-country-code' else 'confusion-measures' end,
        category, ${at}::timestamptz
      from given
      returning id, basis
    ), kept as (
      update labels set state = 'released', state_since = ${at}::timestamptz from given where labels.label = given.label
    ), moved as (
      insert into label_moves (id, label, "from", "to", at, note)
      select move_id, label, state, 'released', ${at}::timestamptz, 'Released on the basis ' || basis
      from given join released on released.id = release_id
    )
    select label, release_id as "releaseId" from given order by place`
  if (made.length < wanted.length) throw new Error(`There is no label ${names.join(', ')} left to release.`)
  return [...made]
}

const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, () => newId(prefix, processNow()))

/** A phase, published unless said otherwise, with the next free number. */
export async function makePhase(
  wanted: { name?: string; published?: boolean } = {},
): Promise<{ id: string; number: number }> {
  const at = processNow()
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from phases)`
  const [phase] = await database()
    .insert(phases)
    .values({
      id: newId('pha', at),
      number,
      name: wanted.name ?? sql`'Phase ' || ${number}`,
      publishedAt: wanted.published === false ? null : at,
    })
    .returning({ id: phases.id, number: phases.number })
  return phase!
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
  const id = newId('rnd', processNow())
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from rounds where phase_id = ${phaseId})`
  const timetable = { ...timetableAround(state), ...wanted.timetable }
  const approved = state !== 'draft' && state !== 'cancelled'
  const [inserted] = await db
    .insert(rounds)
    .values({
      id,
      phaseId,
      number,
      name: wanted.name ?? sql`'Round ' || ${number}`,
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
    .returning({ number: rounds.number })
  if (state !== 'draft')
    await db
      .insert(roundMoves)
      .values({ id: newId('mov', processNow()), roundId: id, from: 'draft', to: state, at: processNow() })
  const names =
    typeof wanted.labels === 'object'
      ? wanted.labels
      : Array.from({ length: wanted.labels ?? 1 }, () => undefined)
  const reserveMinor =
    wanted.reserveMinor ?? BigInt({ ...defaultSettings(), ...wanted.settings }.defaultReserveMinor)
  const made = await makeLots({ id, state, reserveMinor }, names)
  return { id, phaseId, number: inserted!.number, timetable, lots: made }
}

/** Lots of a round in one go. A label in a live, approved round is `offered`. */
async function makeLots(
  round: { id: string; state: RoundState; reserveMinor: bigint },
  names: readonly (string | undefined)[],
): Promise<MadeLot[]> {
  if (names.length === 0) return []
  const released = await releaseLabels(names)
  const over = round.state === 'final' || round.state === 'cancelled'
  const rows = released.map((each) => ({ id: newId('lot', processNow()), ...each }))
  await database()
    .insert(lots)
    .values(
      rows.map((row) => ({
        ...row,
        roundId: round.id,
        reserveMinor: round.reserveMinor,
        live: !over,
        state:
          round.state === 'final' ? ('final' as const) : over ? ('cancelled' as const) : ('waiting' as const),
      })),
    )
  if (round.state !== 'draft' && !over)
    await database()
      .update(labels)
      .set({ state: 'offered', stateSince: sql`clock_timestamp()` })
      .where(
        inArray(
          labels.label,
          rows.map(({ label }) => label),
        ),
      )
  return rows.map(({ id, label }) => ({ id, label }))
}

function asDates(offsetsInMs: Record<keyof Timetable, number>): Timetable {
  return Object.fromEntries(
    Object.entries(offsetsInMs).map(([field, offset]) => [field, new Date(offset)]),
  ) as Timetable
}
