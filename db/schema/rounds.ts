import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { bytes, cents, id, instant } from './columns'
import { labels, releases } from './labels'
import { organisations, users } from './people'

export const phases = pgTable('phases', {
  id: id(),
  number: integer().notNull().unique('phases_number_key'),
  name: text().notNull(),
  summary: text().notNull().default(''),
  publishedAt: instant(),
  createdAt: instant().notNull().default(sql`clock_timestamp()`),
})

export const roundStates = [
  'draft',
  'approved',
  'applications',
  'review',
  'qualified',
  'bidding',
  'closed',
  'final',
  'suspended',
  'cancelled',
] as const
export type RoundState = (typeof roundStates)[number]

export const auctionFormats = [
  'sealed-first-price',
  'sealed-second-price',
  'sealed-quality-weighted',
  'ascending-clock',
  'open-ascending',
] as const
export type AuctionFormat = (typeof auctionFormats)[number]

export type Criterion = {
  id: string
  name: string
  weightBp: number
  guidance: string
  /** Six sentences, for the values 0 to 5 (R6.1). */
  anchors: string[]
}

/** The end price of a clock round is so many steps, as the increments have them at its start price, above its start. */
export type ClockSettings = { roundMinutes: number; recessMinutes: number; stepsPerRound: number }

/** Settings of a round, frozen by hash at approval (R3.5). Amounts are strings of whole US cents. */
export type RoundSettings = {
  defaultReserveMinor: string
  increments: { fromMinor: string; stepMinor: string }[]
  softClose: { windowSeconds: number; extendSeconds: number; hardEnd: string | null }
  rubric: Criterion[]
  passLineHundredths: number
  criterionMinimumHundredths: number
  reviewersPerPlan: number
  /** How many calibration plans reviewers score before their first real one; `true`, from before there were two, is one. */
  calibration?: boolean | number
  qualityCoefficientMaxBp: number
  /** How the rounds of a clock follow each other (R7.3); only in rounds of that format. */
  clock?: ClockSettings
  runnerUp: 'own-exit' | 'recompute'
  ties: 'draw' | 'plan-score'
  depositMultiple: number
  outage: { gapSeconds: number; withinMinutes: number; extendMinutes: number }
  paymentBusinessDays: number
  /** Business days to accept an award; in rounds from before there was a choice: 5 (R10.1). */
  acceptanceBusinessDays?: number
  /** Business days that the next in order has to answer after a default; likewise: 4 (R10.3). */
  nextBusinessDays?: number
  publishBidderNames: boolean
  /** How names are created (R11); where it is absent, 30 days, premium, with nothing more to pay. */
  allocation?: { tokenDays: number; premium: boolean; createFeeMinor: string } | undefined
  buildOut: string[]
  /** Who gets the secret that opens sealed bids after the opening (R8.3); where it is absent, everyone. */
  sealedSecret?: 'published' | 'auditor'
}

export const rounds = pgTable(
  'rounds',
  {
    id: id(),
    phaseId: text()
      .notNull()
      .references(() => phases.id),
    number: integer().notNull(),
    name: text().notNull(),
    summary: text().notNull().default(''),
    format: text({ enum: auctionFormats }).notNull(),
    state: text({ enum: roundStates }).notNull().default('draft'),
    stateSince: instant().notNull().default(sql`clock_timestamp()`),
    /** The zone the timetable was entered in (R3.2). */
    zone: text().notNull(),
    applicationsOpenAt: instant().notNull(),
    questionsCloseAt: instant().notNull(),
    applicationsCloseAt: instant().notNull(),
    reviewDueAt: instant().notNull(),
    reviewResultsAt: instant().notNull(),
    depositDueAt: instant().notNull(),
    biddingOpensAt: instant().notNull(),
    biddingClosesAt: instant().notNull(),
    resultsAt: instant().notNull(),
    paymentDueAt: instant().notNull(),
    settings: jsonb().$type<RoundSettings>().notNull(),
    rulesVersion: text().notNull(),
    /** SHA-256 of the canonical configuration, set at approval (R3.4, R3.5). */
    configHash: text(),
    approvedAt: instant(),
    /** What the round goes back to when resumed, and how much of the bidding was left. */
    suspendedFrom: text({ enum: roundStates }),
    suspendedAt: instant(),
    publicReason: text(),
    /** SHA-256 of the tie-break secret, published before bidding (R7.5). */
    secretHash: text(),
    /** Encrypted with the portal's secret until published at close. */
    sealedSecret: bytes(),
    /** Hex; published when bidding has closed. */
    publishedSecret: text(),
    /** Hash of the plan scores, frozen before bidding opens (R6.8). */
    scoresHash: text(),
    decisionsReleasedAt: instant(),
    /** The round that this one is a practice of (R3.6). Such a round is never published, and is wiped afterwards. */
    practiceOf: text().references((): AnyPgColumn => rounds.id),
    practice: boolean().notNull().generatedAlwaysAs(sql`practice_of is not null`),
    version: integer().notNull().default(1),
    createdAt: instant().notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    uniqueIndex('rounds_phase_number_key').on(t.phaseId, t.number).where(sql`${t.practiceOf} is null`),
    unique('rounds_practice_key').on(t.id, t.practice),
    index('rounds_practice_of').on(t.practiceOf),
    index('rounds_state').on(t.state),
  ],
)

/** Every state a round was in, with its public reason. Append-only. */
export const roundMoves = pgTable(
  'round_moves',
  {
    id: id(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    from: text({ enum: roundStates }).notNull(),
    to: text({ enum: roundStates }).notNull(),
    at: instant().notNull(),
    reason: text().notNull().default(''),
  },
  (t) => [index('round_moves_round').on(t.roundId, t.at)],
)

export const lotStates = ['waiting', 'open', 'closed', 'final', 'cancelled'] as const
export type LotState = (typeof lotStates)[number]

export type LotOutcome = 'sold' | 'allotted' | 'unsold' | 'returned'

/**
 * One released label in one round. The row carries the auction's current state so that a bid costs the same
 * after 10 or 10,000 bids; `lot_events` is the history it must equal on replay (R3.3).
 */
export const lots = pgTable(
  'lots',
  {
    id: id(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    label: text().notNull(),
    releaseId: text().notNull(),
    /** As its round. A practice lot has an invented name and touches no label (R3.6). */
    practice: boolean().notNull().default(false),
    /** The label, of lots that are no practice: only these refer to one of the 1,332. */
    realLabel: text()
      .references(() => labels.label)
      .generatedAlwaysAs(sql`case when practice then null else label end`),
    reserveMinor: cents().notNull(),
    /** True from creation until the round is final or cancelled; carries R3.1's constraint. */
    live: boolean().notNull().default(true),
    state: text({ enum: lotStates }).notNull().default('waiting'),
    /** Last event number of this lot's stream. */
    sequence: integer().notNull().default(0),
    /** The engine's state as JSON; null until bidding opens. */
    auction: jsonb().$type<unknown>(),
    priceMinor: cents(),
    leaderId: text(),
    opensAt: instant(),
    closesAt: instant(),
    extensions: integer().notNull().default(0),
    bidCount: integer().notNull().default(0),
    lastEventAt: instant(),
    outcome: text({ enum: ['sold', 'allotted', 'unsold', 'returned'] }),
    winnerApplicationId: text(),
    finalPriceMinor: cents(),
  },
  (t) => [
    unique('lots_round_label_key').on(t.roundId, t.label),
    uniqueIndex('lots_one_live_round_per_label').on(t.label).where(sql`${t.live}`),
    foreignKey({
      name: 'lots_release_fk',
      columns: [t.releaseId, t.realLabel],
      foreignColumns: [releases.id, releases.label],
    }),
    unique('lots_practice_key').on(t.id, t.practice),
    foreignKey({
      name: 'lots_practice_as_round',
      columns: [t.roundId, t.practice],
      foreignColumns: [rounds.id, rounds.practice],
    }),
    check('lots_practice_name', sql`${t.practice} = (${t.label} ~ '^practice-[1-9]$')`),
    check('lots_practice_not_live', sql`not (${t.practice} and ${t.live})`),
    check('lots_reserve_not_negative', sql`${t.reserveMinor} >= 0`),
    index('lots_closing').on(t.closesAt).where(sql`${t.state} = 'open'`),
  ],
)

/** Notices to everyone in a round: dated, immutable. */
export const announcements = pgTable(
  'announcements',
  {
    id: id(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    at: instant().notNull(),
    text: text().notNull(),
  },
  (t) => [index('announcements_round').on(t.roundId, t.at)],
)

/** Questions of applicants; answers are published to all without the asker's name (R5.5). */
export const questions = pgTable(
  'questions',
  {
    id: id(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    askedBy: text()
      .notNull()
      .references(() => users.id),
    question: text().notNull(),
    askedAt: instant().notNull(),
    /** As published: an officer may reword it so that it names nobody. */
    publishedQuestion: text(),
    answer: text(),
    answeredAt: instant(),
  },
  (t) => [index('questions_round').on(t.roundId, t.askedAt)],
)
