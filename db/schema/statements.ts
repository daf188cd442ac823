import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { cents, id, instant } from './columns'
import { users } from './people'

/**
 * What ordinary names brought in a quarter, as it was recorded (R14.1). The latest row of a quarter counts; the earlier
 * ones tell what it was taken for before. Append-only.
 */
export const quarterFigures = pgTable(
  'quarter_figures',
  {
    id: id(),
    quarter: text().notNull(),
    revenueMinor: cents().notNull(),
    /** Annual increments registered, renewed or transferred with renewal, the Programme’s names among them. */
    increments: cents().notNull(),
    /** Where the figures come from, such as a report’s name. */
    source: text().notNull(),
    recordedBy: text()
      .notNull()
      .references(() => users.id),
    recordedAt: instant().notNull(),
  },
  (t) => [
    check('quarter_figures_quarter', sql`${t.quarter} ~ '^[0-9]{4}Q[1-4]$'`),
    check('quarter_figures_not_negative', sql`${t.revenueMinor} >= 0 and ${t.increments} >= 0`),
    index('quarter_figures_quarter_index').on(t.quarter, t.recordedAt),
  ],
)

export const revenueBases = ['gross', 'net'] as const
export const recognitions = ['payment', 'award'] as const

/** How the Programme’s revenue enters a statement (R14.1): versions, of which the latest counts. Append-only. */
export const statementSettings = pgTable(
  'statement_settings',
  {
    version: integer().primaryKey(),
    /** `net`: less the venue’s commission. */
    basis: text({ enum: revenueBases }).notNull(),
    commissionBp: integer().notNull(),
    /** The day on which an award’s price counts: its payment, or the award itself. */
    recognition: text({ enum: recognitions }).notNull(),
    reason: text().notNull(),
    changedBy: text()
      .notNull()
      .references(() => users.id),
    changedAt: instant().notNull(),
  },
  (t) => [check('statement_settings_commission', sql`${t.commissionBp} between 0 and 10000`)],
)

/** A quarter’s statement as two people froze it, whole (R14.1). Another of the same quarter is another version. Append-only. */
export const statements = pgTable(
  'statements',
  {
    id: id(),
    quarter: text().notNull(),
    version: integer().notNull(),
    content: jsonb().$type<unknown>().notNull(),
    /** SHA-256 over the canonical JSON of the content. */
    contentHash: text().notNull(),
    frozenBy: text()
      .notNull()
      .references(() => users.id),
    approvedBy: text()
      .notNull()
      .references(() => users.id),
    frozenAt: instant().notNull(),
  },
  (t) => [
    unique('statements_version_key').on(t.quarter, t.version),
    check('statements_two_people', sql`${t.frozenBy} <> ${t.approvedBy}`),
  ],
)

/** The highest fee charged in a year for an ordinary name (R14.2); the latest row of a year counts. Append-only. */
export const serviceFees = pgTable(
  'service_fees',
  {
    id: id(),
    year: integer().notNull(),
    feeMinor: cents().notNull(),
    source: text().notNull(),
    recordedBy: text()
      .notNull()
      .references(() => users.id),
    recordedAt: instant().notNull(),
  },
  (t) => [
    check('service_fees_not_negative', sql`${t.feeMinor} >= 0`),
    index('service_fees_year').on(t.year, t.recordedAt),
  ],
)

/** A part of the proceeds: for what, and how much of the whole. */
export type ProceedsPart = { name: string; shareBp: number }

/** How proceeds are split from a day on (R14.3). Append-only: what was published stays. */
export const proceedsShares = pgTable(
  'proceeds_shares',
  {
    id: id(),
    validFrom: date().notNull(),
    parts: jsonb().$type<ProceedsPart[]>().notNull(),
    /** Public. */
    note: text().notNull(),
    recordedBy: text()
      .notNull()
      .references(() => users.id),
    recordedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('proceeds_shares_day').on(t.validFrom, t.recordedAt)],
)
