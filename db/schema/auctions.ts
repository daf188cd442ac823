import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { applications } from './applications'
import { bytes, cents, id, instant } from './columns'
import { organisations, users } from './people'
import { lots, rounds } from './rounds'

/** An organisation in the bidding of a round: its random paddle and its one limit across all lots (R7.2). */
export const bidders = pgTable(
  'bidders',
  {
    id: id(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    paddle: integer().notNull(),
    depositMinor: cents().notNull(),
    /** Null: unlimited. */
    limitMinor: cents(),
    /** Sum of what the bidder stands committed to over all lots; changed only under a lock on this row. */
    committedMinor: cents().notNull().default(sql`0`),
    /**
     * What stands above the limit without a bid of its own making: a lot allotted at the reserve (R7.4), or a maximum
     * that leads again after a strike. Never lowered; while anything stands above the limit nothing can be added.
     */
    overLimitMinor: cents().notNull().default(sql`0`),
    struckAt: instant(),
    struckReason: text(),
    /** A bot of the demo world or of practice. */
    houseBot: boolean().notNull().default(false),
  },
  (t) => [
    unique('bidders_round_organisation_key').on(t.roundId, t.organisationId),
    unique('bidders_round_paddle_key').on(t.roundId, t.paddle),
    check(
      'bidders_within_limit',
      sql`${t.limitMinor} is null or ${t.committedMinor} <= ${t.limitMinor} + ${t.overLimitMinor}`,
    ),
    check('bidders_committed_not_negative', sql`${t.committedMinor} >= 0`),
  ],
)

/** Who may bid on which lot: the qualified applications (R7.4), with the frozen plan score (R6.8). */
export const lotBidders = pgTable(
  'lot_bidders',
  {
    lotId: text()
      .notNull()
      .references(() => lots.id),
    bidderId: text()
      .notNull()
      .references(() => bidders.id),
    /** Null in a practice alone: nobody applies for its names. */
    applicationId: text()
      .references(() => applications.id)
      .unique(),
    scoreHundredths: integer(),
    practice: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.lotId, t.bidderId] }),
    foreignKey({
      name: 'lot_bidders_practice_as_lot',
      columns: [t.lotId, t.practice],
      foreignColumns: [lots.id, lots.practice],
    }),
    check('lot_bidders_application', sql`${t.practice} = (${t.applicationId} is null)`),
    index('lot_bidders_bidder').on(t.bidderId),
  ],
)

/** The engine's events, one stream per lot without gaps. Append-only; replay must equal the lot row. */
export const lotEvents = pgTable(
  'lot_events',
  {
    lotId: text()
      .notNull()
      .references(() => lots.id),
    sequence: integer().notNull(),
    type: text().notNull(),
    event: jsonb().$type<unknown>().notNull(),
    at: instant().notNull(),
    /** The attempt that caused it, if a bid did. */
    attemptId: text(),
    /** The order of recording over all lots, and its instant: by them the event takes its place in the transcript. */
    ordinal: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().unique('lot_events_ordinal_key'),
    recordedAt: instant().notNull().default(sql`clock_timestamp()`),
    /** What stands before the event in its leaf, and the leaf’s hash (R9.2). Null: from before there was a transcript. */
    salt: bytes(),
    leafHash: bytes(),
  },
  (t) => [primaryKey({ columns: [t.lotId, t.sequence] })],
)

/** What a bid states, by the format of its lot (R7.3). `unknown`: another format's shape. */
export const bidForms = ['maximum', 'sealed', 'withdrawal', 'in-round', 'unknown'] as const
export type BidForm = (typeof bidForms)[number]

/**
 * Every attempt to bid, accepted or refused, with its signed receipt (R7.7). Append-only.
 * The same key gives the same answer; the same key with other content is refused.
 */
export const bidAttempts = pgTable(
  'bid_attempts',
  {
    id: id(),
    /** The order in which attempts were decided, within a lot without doubt: sealed bids are opened in it. */
    ordinal: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    lotId: text().notNull(),
    bidderId: text().notNull(),
    placedBy: text().notNull(),
    idempotencyKey: text().notNull(),
    requestHash: text().notNull(),
    form: text({ enum: bidForms }).notNull().default('maximum'),
    /** The amount that was stated, where it is no secret: a maximum, or the bid in a clock round. */
    maxMinor: cents(),
    /** The round of a clock that the bid was for. */
    round: integer(),
    /** A sealed bid as it waits for the opening, and its SHA-256 in hex; null for what was refused. */
    box: bytes(),
    boxHash: text(),
    /** Placed by two officers for a bidder on the telephone. */
    byPhone: boolean().notNull().default(false),
    /** When the server began to receive it, and when the lot decided it. */
    receivedAt: instant().notNull(),
    decidedAt: instant().notNull(),
    /** `accepted`, or the refusal's code. */
    code: text().notNull(),
    /** Position in the lot's stream after the decision. */
    position: integer().notNull(),
    priceAfterMinor: cents(),
    /** The refusal's details, so that the same key gives the same sentence. */
    details: jsonb().$type<Record<string, string | number>>().notNull().default({}),
    receipt: text().notNull(),
  },
  (t) => [
    unique('bid_attempts_key').on(t.lotId, t.idempotencyKey, t.bidderId),
    index('bid_attempts_lot').on(t.lotId, t.decidedAt),
    foreignKey({ name: 'bid_attempts_lot_fk', columns: [t.lotId], foreignColumns: [lots.id] }),
    foreignKey({ name: 'bid_attempts_bidder_fk', columns: [t.bidderId], foreignColumns: [bidders.id] }),
    foreignKey({ name: 'bid_attempts_user_fk', columns: [t.placedBy], foreignColumns: [users.id] }),
  ],
)

/** The result of a lot, written once when the round becomes final; never of a practice (R3.6). Append-only. */
export const results = pgTable(
  'results',
  {
    lotId: text()
      .primaryKey()
      .references(() => lots.id),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    outcome: text({ enum: ['sold', 'allotted', 'unsold', 'returned'] }).notNull(),
    winnerApplicationId: text().references(() => applications.id),
    priceMinor: cents(),
    /** Standing of every bidder at the close, as the engine gave it. */
    standing: jsonb().$type<{ paddle: number; amountMinor: string }[]>().notNull(),
    ifDefault: jsonb().$type<unknown>(),
    events: integer().notNull(),
    /** SHA-256 over the lot's events in order: what a replay must reproduce. */
    eventsHash: text().notNull(),
    finalAt: instant().notNull(),
    practice: boolean().notNull().generatedAlwaysAs(sql`false`),
  },
  (t) => [
    foreignKey({
      name: 'results_no_practice',
      columns: [t.lotId, t.practice],
      foreignColumns: [lots.id, lots.practice],
    }),
  ],
)
