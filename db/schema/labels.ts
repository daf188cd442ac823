import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { id, instant } from './columns'
import { files } from './system'

export const labelStates = [
  'reserved',
  'released',
  'offered',
  'awarded',
  'allocated',
  'withheld',
  'registered-before-programme',
] as const
export type LabelState = (typeof labelStates)[number]

export const releaseBases = [
  'no-country-code',
  'government-and-cctld-manager',
  'iso-3166-ma',
  'confusion-measures',
] as const
export type ReleaseBasis = (typeof releaseBases)[number]

/** The 1,332 labels of R1.1. Rows are never added or removed after the migration. */
export const labels = pgTable(
  'labels',
  {
    label: text().primaryKey(),
    class: text({ enum: ['single', 'with-digit', 'letter-letter'] }).notNull(),
    state: text({ enum: labelStates }).notNull().default('reserved'),
    stateSince: instant().notNull().default(sql`clock_timestamp()`),
    /** Public; required while withheld (R1.4). */
    withheldReason: text(),
    /** Set when the code's country status changed after release; blocks new rounds (R2.3). */
    flaggedAt: instant(),
    flagReason: text(),
  },
  (t) => [
    check('labels_shape', sql`${t.label} ~ '^[a-z0-9]{1,2}$'`),
    check('labels_withheld_has_reason', sql`${t.state} <> 'withheld' or ${t.withheldReason} is not null`),
  ],
)

/** Provenance: every move of a label, public (R1.4). Append-only. */
export const labelMoves = pgTable(
  'label_moves',
  {
    id: id(),
    label: text()
      .notNull()
      .references(() => labels.label),
    from: text({ enum: labelStates }).notNull(),
    to: text({ enum: labelStates }).notNull(),
    at: instant().notNull().default(sql`clock_timestamp()`),
    /** Public sentence, such as “Released on the basis no-country-code (R2.1)”. */
    note: text().notNull(),
    roundId: text(),
  },
  (t) => [index('label_moves_label').on(t.label, t.at)],
)

/** Where a list of codes came from; shown wherever a category is. */
export const codeLists = pgTable('code_lists', {
  id: text().primaryKey(),
  name: text().notNull(),
  source: text().notNull(),
  asOf: date().notNull(),
})

export const isoCategoryNames = [
  'officially-assigned',
  'exceptionally-reserved',
  'transitionally-reserved',
  'indeterminately-reserved',
  'formerly-assigned',
  'user-assigned',
  'unassigned',
] as const
export type IsoCategory = (typeof isoCategoryNames)[number]

/** ISO 3166-1 alpha-2 categories as dated rows; a decision is judged by the category of its day (R1.3). */
export const isoCategories = pgTable(
  'iso_categories',
  {
    code: text()
      .notNull()
      .references(() => labels.label),
    category: text({ enum: isoCategoryNames }).notNull(),
    name: text().notNull().default(''),
    validFrom: date().notNull(),
    validTo: date(),
    listId: text()
      .notNull()
      .references(() => codeLists.id),
  },
  (t) => [primaryKey({ columns: [t.code, t.validFrom] })],
)

/** Whether the code is a ccTLD in the root, as dated rows (R1.3). */
export const cctlds = pgTable(
  'cctlds',
  {
    code: text()
      .notNull()
      .references(() => labels.label),
    validFrom: date().notNull(),
    validTo: date(),
    listId: text()
      .notNull()
      .references(() => codeLists.id),
  },
  (t) => [primaryKey({ columns: [t.code, t.validFrom] })],
)

/** An approved release. A row exists only after two people (R2.3); a lot must point at one. */
export const releases = pgTable(
  'releases',
  {
    id: id(),
    label: text()
      .notNull()
      .references(() => labels.label),
    basis: text({ enum: releaseBases }).notNull(),
    /** The category on the day of the decision, for letter-letter labels. */
    categoryThen: text({ enum: isoCategoryNames }),
    cctldThen: boolean().notNull().default(false),
    note: text().notNull().default(''),
    releasedAt: instant().notNull(),
    /** Set when the label returned to reserved or the release was withdrawn. */
    endedAt: instant(),
  },
  (t) => [unique('releases_id_label_key').on(t.id, t.label), index('releases_label').on(t.label)],
)

/** What can be filed for a release (R2.2). */
export const evidenceKinds = [
  'government-agreement',
  'cctld-manager-agreement',
  'maintenance-agency-consent',
  'user-assigned-check',
  'measures-package',
  'other',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** The filed evidence of a release: document, parties, date (R2.3). */
export const releaseEvidence = pgTable('release_evidence', {
  id: id(),
  releaseId: text()
    .notNull()
    .references(() => releases.id),
  kind: text({ enum: evidenceKinds }).notNull(),
  title: text().notNull(),
  party: text().notNull(),
  dated: date().notNull(),
  fileId: text().references(() => files.id),
  position: integer().notNull(),
})
