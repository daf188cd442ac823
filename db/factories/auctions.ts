import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { database, sqlOf, type Tx } from '@/db/client'
import { applications, deposits } from '@/db/schema/applications'
import { bidders, lotBidders } from '@/db/schema/auctions'
import { memberships, organisations, sessions, users } from '@/db/schema/people'
import { decisions } from '@/db/schema/reviews'
import { type AuctionFormat, lots, type RoundSettings, rounds } from '@/db/schema/rounds'
import { openAuction, recordEvents, type Terms } from '@/domain/lots/lot-auction'
import { lotTerms } from '@/domain/lots/lot-terms'
import { startClock } from '@/domain/lots/open-lot'
import { limitOf } from '@/engine/limits'
import type { Person } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { makeRegistrar } from './applications'
import { recordApproval } from './approved'
import { makeApplicant, makePerson } from './people'
import { type MadeLot, type MadeRound, makeRound } from './rounds'
import { makeRoundKey } from './sealing'

/** Rows put in place directly, without the application and the review that would lead there. */

export type MadeBidder = { id: string; paddle: number; organisationId: string; person: Person }
export type Applicant = Awaited<ReturnType<typeof makeApplicant>>
export type MadeAuction = { round: MadeRound; lots: MadeLot[]; bidders: MadeBidder[] }

type AuctionWanted = {
  lots?: number
  bidders?: number
  /** US$2,000,000 or more is no limit (R7.2). Default: no limit. */
  depositMinor?: bigint
  reserveMinor?: bigint
  labels?: readonly string[]
  /** On how many lots each bidder is registered; default on all. */
  lotsEach?: number
  /** When bidding closes; default in an hour. */
  closesAt?: Date
  /** The same in milliseconds from the opening. */
  closesInMs?: number
  format?: AuctionFormat
  settings?: Partial<RoundSettings>
  /** How much of the first round of a clock is left once everything is made; default all but ten minutes. */
  roundLeftMs?: number
  softClose?: { windowSeconds: number; extendSeconds: number; hardEnd: string | null }
  /** False leaves the lots waiting, with everyone registered. */
  open?: boolean
  /** Leaves the entry of the approval in the log. */
  approved?: boolean
  /** How a sealed round comes by its key; default by rows alone. */
  giveKey?: (roundId: string) => Promise<unknown>
}

const MINUTE = 60_000

/**
 * A round in bidding: every bidder is registered on every lot, and every lot is open. It enters bidding with its lots
 * open in one step, so that a worker that looks on never finds it half made.
 */
export async function makeOpenLots(wanted: AuctionWanted = {}): Promise<MadeAuction> {
  const round = await makeRound({
    state: 'qualified',
    labels: wanted.labels ?? wanted.lots ?? 1,
    reserveMinor: wanted.reserveMinor ?? 100_000n,
    format: wanted.format ?? 'open-ascending',
    settings: { ...wanted.settings, ...(wanted.softClose && { softClose: wanted.softClose }) },
  })
  const made = await makeBidders(round, wanted.bidders ?? 2, wanted)
  if (wanted.format?.startsWith('sealed-')) await (wanted.giveKey ?? makeRoundKey)(round.id)
  const now = processNow().getTime()
  const closesAt = wanted.closesAt ?? new Date(now + (wanted.closesInMs ?? 60 * MINUTE))
  const biddingOpensAt = new Date(Math.min(now, closesAt.getTime()) - 10 * MINUTE)
  const bidding = { biddingOpensAt, biddingClosesAt: closesAt }
  await database().transaction(async (tx) => {
    await tx
      .update(rounds)
      .set({ state: 'bidding', stateSince: biddingOpensAt, ...bidding })
      .where(eq(rounds.id, round.id))
    if (wanted.approved) await recordApproval(tx, round.id)
    if (wanted.open !== false) for (const lot of round.lots) await openLotIn(tx, lot.id, wanted)
  })
  const timetable = { ...round.timetable, ...bidding }
  return { round: { ...round, timetable }, lots: round.lots, bidders: made }
}

/** So many organisations with a person each, registered under paddles from 10 on; all in a few statements. */
async function makeBidders(
  round: MadeRound,
  count: number,
  {
    depositMinor = 200_000_000n,
    lotsEach = round.lots.length,
  }: Pick<AuctionWanted, 'depositMinor' | 'lotsEach'>,
): Promise<MadeBidder[]> {
  const db = database()
  const at = processNow()
  const made = Array.from({ length: count }, (_, index) => ({
    id: newId('bdr', at),
    paddle: 10 + index,
    organisationId: newId('org', at),
    person: personOf(index),
  }))
  const people = made.map(({ person }) => person)
  await db.insert(organisations).values(
    made.map(({ organisationId, paddle }) => ({
      id: organisationId,
      legalName: `Example ${paddle} (fictional)`,
      country: 'US',
      kind: 'charity' as const,
    })),
  )
  await db.insert(users).values(
    people.map(({ userId, name, email, pseudonym }) => ({
      id: userId,
      name,
      email,
      pseudonym,
      emailVerifiedAt: at,
      totpConfirmedAt: at,
    })),
  )
  const roles = ['owner', 'editor', 'bidder'] as const
  for (const each of made)
    each.person.memberships = roles.map((role) => ({ organisationId: each.organisationId, role }))
  await db
    .insert(memberships)
    .values(
      made.flatMap(({ person, organisationId }) =>
        roles.map((role) => ({ id: newId('mem', at), userId: person.userId, organisationId, role })),
      ),
    )
  const limitMinor = limitOf(depositMinor)
  await db.insert(bidders).values(
    made.map(({ id, organisationId, paddle }) => ({
      id,
      roundId: round.id,
      organisationId,
      paddle,
      depositMinor,
      limitMinor,
    })),
  )
  await register(round, made, lotsEach)
  return made
}

/** Rows in one statement: a statement takes 65,535 values. */
const ROWS_AT_ONCE = 2000

/** Registers each bidder on `lotsEach` lots of the round, each one beginning where the one before ended. */
async function register(round: MadeRound, made: readonly MadeBidder[], lotsEach: number): Promise<void> {
  const at = processNow()
  const { ianaId: registrarIanaId } = await makeRegistrar()
  const all = made.flatMap((bidder, index) =>
    Array.from({ length: lotsEach }, (_, offset) => ({
      bidder,
      id: newId('app', at),
      lotId: round.lots[(index * lotsEach + offset) % round.lots.length]!.id,
    })),
  )
  for (let from = 0; from < all.length; from += ROWS_AT_ONCE) {
    const some = all.slice(from, from + ROWS_AT_ONCE)
    await database()
      .insert(applications)
      .values(
        some.map(({ bidder, id, lotId }) => ({
          id,
          reference: `PIR-TEST-${randomBytes(6).toString('hex')}`,
          organisationId: bidder.organisationId,
          roundId: round.id,
          lotId,
          state: 'submitted' as const,
          registrarIanaId,
          createdBy: bidder.person.userId,
          createdAt: at,
          submittedAt: at,
        })),
      )
    await database()
      .insert(lotBidders)
      .values(
        some.map(({ bidder, id, lotId }) => ({
          lotId,
          bidderId: bidder.id,
          applicationId: id,
          scoreHundredths: 8000,
        })),
      )
  }
}

function personOf(index: number): Person & { memberships: Person['memberships'] } {
  const userId = newId('usr', processNow())
  return {
    kind: 'person',
    userId,
    pseudonym: newId('sub', processNow()),
    name: `Bidder ${10 + index}`,
    email: `${userId.replace('_', '-')}@people.example`,
    sessionId: '',
    assurance: 2,
    timeZone: null,
    totpConfirmed: true,
    freshFactor: true,
    biddingHeldUntil: null,
    roles: [],
    registrarIanaId: null,
    memberships: [],
  }
}

/** An organisation whose application for a lot qualified, with its deposit recorded: what `lot.open` registers. */
export async function makeQualifiedApplicant(
  round: MadeRound,
  lot: MadeLot,
  wanted: { depositMinor?: bigint; released?: boolean; scoreHundredths?: number; applicant?: Applicant } = {},
): Promise<Applicant & { applicationId: string }> {
  const db = database()
  const { organisation, person } = wanted.applicant ?? (await makeApplicant())
  const at = processNow()
  const applicationId = newId('app', at)
  await db.insert(applications).values({
    id: applicationId,
    reference: `PIR-TEST-${randomBytes(6).toString('hex')}`,
    organisationId: organisation.id,
    roundId: round.id,
    lotId: lot.id,
    state: 'submitted',
    registrarIanaId: (await makeRegistrar()).ianaId,
    createdBy: person.userId,
    createdAt: at,
    submittedAt: at,
  })
  const [chair, officer] = [
    await makePerson({ roles: ['panel-chair'] }),
    await makePerson({ roles: ['programme-officer'] }),
  ]
  await db.insert(decisions).values({
    applicationId,
    roundId: round.id,
    outcome: 'qualified',
    reason: 'The plan is above the pass line.',
    scoreHundredths: wanted.scoreHundredths ?? 7500,
    proposedBy: chair.userId,
    approvedBy: officer.userId,
    decidedAt: at,
    releasedAt: wanted.released === false ? null : at,
  })
  await db.insert(deposits).values({
    id: newId('dep', at),
    roundId: round.id,
    organisationId: organisation.id,
    amountMinor: wanted.depositMinor ?? 500_000n,
    bankReference: 'TEST',
    receivedAt: at,
    recordedAt: at,
  })
  return { organisation, person, applicationId }
}

/** Opens a lot with whoever is registered on it, as `lot.open` would. */
export function openLotRow(lotId: string): Promise<void> {
  return database().transaction((tx) => openLotIn(tx, lotId))
}

async function openLotIn(tx: Tx, lotId: string, wanted: { roundLeftMs?: number } = {}): Promise<void> {
  const [row] = await tx
    .select({ lot: lots, round: rounds })
    .from(lots)
    .innerJoin(rounds, eq(rounds.id, lots.roundId))
    .where(eq(lots.id, lotId))
  if (!row) throw new Error(`There is no lot ${lotId}.`)
  const registered = await tx
    .select({
      paddle: bidders.paddle,
      depositMinor: bidders.depositMinor,
      score: lotBidders.scoreHundredths,
    })
    .from(lotBidders)
    .innerJoin(bidders, eq(bidders.id, lotBidders.bidderId))
    .where(eq(lotBidders.lotId, lotId))
    .orderBy(bidders.paddle)
  const terms = lotTerms(row.lot, row.round, registered)
  const opensAt = row.lot.opensAt ?? row.round.biddingOpensAt
  const steps = openAuction(terms, opensAt)
  startClock(steps, firstRoundFrom(terms, wanted.roundLeftMs) ?? opensAt)
  const { events, state } = steps
  await tx.update(lots).set({ state: 'open', opensAt }).where(eq(lots.id, lotId))
  await recordEvents(sqlOf(tx), lotId, events, state)
}

function firstRoundFrom(terms: Terms, leftMs: number | undefined): Date | undefined {
  if (terms.format !== 'ascending-clock' || !terms.schedule || leftMs === undefined) return undefined
  return new Date(processNow().getTime() + leftMs - terms.schedule.roundSeconds * 1000)
}

/** A signed-in session of a person: the token that its cookie would carry. */
export async function makeSession(person: Person, assurance: 1 | 2 = 2): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await database()
    .insert(sessions)
    .values({
      id: newId('ses', processNow()),
      tokenHash: sha256Hex(token),
      userId: person.userId,
      assurance,
      steppedUpAt: assurance === 2 ? processNow() : null,
      expiresAt: new Date(processNow().getTime() + 8 * 60 * MINUTE),
    })
  return token
}
