import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { bytes, id, instant } from './columns'
import { users } from './people'

/** What a version of the model says (R15.2); `domain/qpi/model.ts` checks it. */
export type ModelContent = {
  minimumDomains: number
  gate: { kpi: string; maxPer10k: number }
  kpis: { id: string; weightBp: number; floor: number; target: number }[]
  /** Listings that must be there before abuse counts as measured. */
  feeds: string[]
  definitions: {
    renewal: 'cohorts' | 'from-transactions'
    term: 'new-names' | 'new-and-renewed'
    /** What the takedown of a registrar without any malicious name is. */
    noAbuse: 'at-target' | 'missing'
  }
}

/** Versions of the Quality Performance Index (R15.2). Append-only; the first came with the portal, as a placeholder. */
export const qpiModels = pgTable(
  'qpi_models',
  {
    version: text().primaryKey(),
    content: jsonb().$type<ModelContent>().notNull(),
    /** SHA-256 over the canonical JSON of the content. */
    contentHash: text().notNull(),
    /** Not PIR’s own figures: every screen says so. */
    placeholder: boolean().notNull(),
    /** The first month it scores, `2026-08`. */
    validFrom: text().notNull().unique(),
    reason: text().notNull(),
    publishedBy: text().references(() => users.id),
    approvedBy: text().references(() => users.id),
    publishedAt: instant().notNull(),
  },
  (t) => [
    check('qpi_models_month', sql`${t.validFrom} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
    check(
      'qpi_models_two_people',
      sql`case when ${t.publishedBy} is null then ${t.placeholder} and ${t.approvedBy} is null
        else ${t.approvedBy} is not null and ${t.publishedBy} <> ${t.approvedBy} end`,
    ),
  ],
)

export const qpiFileKinds = ['transactions', 'abuse', 'holders', 'usage', 'ssl', 'dnssec', 'renewal'] as const
export type QpiFileKind = (typeof qpiFileKinds)[number]

/** A file that was read, whole: its hash, its month, where it came from, what could not be read (R15.3). Append-only. */
export const qpiFiles = pgTable(
  'qpi_files',
  {
    id: id(),
    kind: text({ enum: qpiFileKinds }).notNull(),
    /** The feed, or what measured it; files of one kind, source and month stand for each other. */
    source: text().notNull(),
    period: text().notNull(),
    /** What files stand in for each other at: kind and month, and of abuse and holders the source as well. */
    place: text()
      .notNull()
      .generatedAlwaysAs(
        sql`kind || ' ' || period || case when kind in ('abuse', 'holders') then ' ' || source else '' end`,
      ),
    fileName: text().notNull(),
    sha256: text().notNull(),
    size: integer().notNull(),
    /** The file as it came, gzipped. */
    content: bytes().notNull(),
    rowCount: integer().notNull(),
    errors: jsonb().$type<{ line: number; column?: string; message: string }[]>().notNull(),
    /** What the file’s own totals say otherwise; null where it has none. */
    totals: jsonb().$type<{
      line: number
      differences: { column: string; stated: number; summed: number }[]
    }>(),
    readBy: text().references(() => users.id),
    readAt: instant().notNull(),
  },
  (t) => [
    unique('qpi_files_sha256_key').on(t.kind, t.source, t.period, t.sha256),
    unique('qpi_files_at_place').on(t.id, t.place),
    check('qpi_files_month', sql`${t.period} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
    index('qpi_files_of').on(t.period, t.kind, t.source),
  ],
)

/**
 * That a file counts from now on at its place; the greatest number does, and no number is there twice, so that of two
 * people who take over at once one is refused. Append-only.
 */
export const qpiTakeOvers = pgTable(
  'qpi_take_overs',
  {
    id: id(),
    fileId: text().notNull(),
    place: text().notNull(),
    number: integer().notNull(),
    takenBy: text().references(() => users.id),
    takenAt: instant().notNull(),
  },
  (t) => [
    unique('qpi_take_overs_one_counts').on(t.place, t.number),
    check('qpi_take_overs_number', sql`${t.number} >= 1`),
    foreignKey({
      name: 'qpi_take_overs_at_place',
      columns: [t.fileId, t.place],
      foreignColumns: [qpiFiles.id, qpiFiles.place],
    }),
  ],
)

/** One registrar’s figures in a file, in the order of its kind’s columns. Append-only. */
export const qpiRows = pgTable(
  'qpi_rows',
  {
    fileId: text()
      .notNull()
      .references(() => qpiFiles.id),
    ianaId: integer().notNull(),
    line: integer().notNull(),
    name: text().notNull(),
    figures: bigint({ mode: 'number' }).array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.ianaId] })],
)

export const abuseClasses = ['malicious', 'compromised', 'unclassified'] as const
export type AbuseClass = (typeof abuseClasses)[number]

/** A registrable domain that a listing names. Append-only. */
export const qpiListings = pgTable(
  'qpi_listings',
  {
    fileId: text()
      .notNull()
      .references(() => qpiFiles.id),
    domain: text().notNull(),
    /** The first line that names it. */
    line: integer().notNull(),
    class: text({ enum: abuseClasses }).notNull(),
    firstSeenAt: instant().notNull(),
    mitigatedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.domain] })],
)

/** Which registrar sponsors a listed domain, as the registry says. Append-only. */
export const qpiHolders = pgTable(
  'qpi_holders',
  {
    fileId: text()
      .notNull()
      .references(() => qpiFiles.id),
    domain: text().notNull(),
    ianaId: integer().notNull(),
    line: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.domain] })],
)

/** A month scored under a model from certain files; the last of a month counts (R15.1). Append-only. */
export const qpiRuns = pgTable(
  'qpi_runs',
  {
    id: id(),
    period: text().notNull(),
    number: integer().notNull(),
    modelVersion: text()
      .notNull()
      .references(() => qpiModels.version),
    inputs: jsonb()
      .$type<{ fileId: string; kind: QpiFileKind; source: string; sha256: string }[]>()
      .notNull(),
    /** SHA-256 over the canonical JSON of what the command line computes it again from. */
    bundleHash: text().notNull(),
    /** What whoever reads the scores must know, such as a feed that is missing. */
    remarks: jsonb().$type<string[]>().notNull(),
    computedBy: text().references(() => users.id),
    computedAt: instant().notNull(),
  },
  (t) => [unique('qpi_runs_number_key').on(t.period, t.number)],
)

export const qpiStatuses = ['pass', 'fail-abuse', 'insufficient-data', 'not-ranked'] as const

/** One KPI of one registrar: what was counted, where it stands, what it came to. */
export type KeptKpi = {
  numerator: number | null
  denominator: number | null
  raw: number | null
  value: number | null
  /** Of the value, 95 %. */
  low: number | null
  high: number | null
  /** Absent for the gate. */
  weightBp: number | null
  fileId: string | null
  line: number | null
  note?: string
}

/** What a run says of a registrar. Append-only. */
export const qpiScores = pgTable(
  'qpi_scores',
  {
    runId: text()
      .notNull()
      .references(() => qpiRuns.id),
    ianaId: integer().notNull(),
    name: text().notNull(),
    domains: bigint({ mode: 'number' }).notNull(),
    status: text({ enum: qpiStatuses }).notNull(),
    score: doublePrecision(),
    low: doublePrecision(),
    high: doublePrecision(),
    kpis: jsonb().$type<Record<string, KeptKpi>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.ianaId] }),
    index('qpi_scores_registrar').on(t.ianaId),
    check('qpi_scores_only_of_pass', sql`(${t.score} is not null) = (${t.status} = 'pass')`),
    check(
      'qpi_scores_reserved_never_ranked',
      sql`${t.ianaId} not between 9994 and 9999 or ${t.status} = 'not-ranked'`,
    ),
  ],
)

/** A promotion and the baseline it was published with, before it opened (R15.4). Append-only. */
export const qpiPromotions = pgTable(
  'qpi_promotions',
  {
    id: id(),
    name: text().notNull(),
    /** Hundredths of a point. */
    baselineHundredths: integer().notNull(),
    modelVersion: text()
      .notNull()
      .references(() => qpiModels.version),
    /** The month whose scores decide. */
    period: text().notNull(),
    opensAt: instant().notNull(),
    closesAt: instant().notNull(),
    /** Public. */
    terms: text().notNull(),
    publishedBy: text()
      .notNull()
      .references(() => users.id),
    approvedBy: text()
      .notNull()
      .references(() => users.id),
    publishedAt: instant().notNull(),
  },
  (t) => [
    check(
      'qpi_promotions_published_before',
      sql`${t.publishedAt} < ${t.opensAt} and ${t.opensAt} < ${t.closesAt}`,
    ),
    check('qpi_promotions_baseline', sql`${t.baselineHundredths} between 0 and 10000`),
    check('qpi_promotions_two_people', sql`${t.publishedBy} <> ${t.approvedBy}`),
  ],
)

/** That a promotion opened, and by which computation: from then on the list of the pre-qualified is what it is. Append-only. */
export const qpiPromotionOpenings = pgTable('qpi_promotion_openings', {
  promotionId: text()
    .primaryKey()
    .references(() => qpiPromotions.id),
  /** Null: the month was not computed in time, and nobody is pre-qualified. */
  runId: text().references(() => qpiRuns.id),
  openedAt: instant().notNull(),
})

/** A registrar that holds its score to be wrong: one appeal for each computation. Append-only. */
export const qpiAppeals = pgTable(
  'qpi_appeals',
  {
    id: id(),
    runId: text()
      .notNull()
      .references(() => qpiRuns.id),
    ianaId: integer().notNull(),
    text: text().notNull(),
    madeBy: text()
      .notNull()
      .references(() => users.id),
    madeAt: instant().notNull(),
  },
  (t) => [unique('qpi_appeals_one').on(t.runId, t.ianaId)],
)

/** What came of an appeal. Append-only. */
export const qpiAppealAnswers = pgTable('qpi_appeal_answers', {
  appealId: text()
    .primaryKey()
    .references(() => qpiAppeals.id),
  outcome: text({ enum: ['stands', 'to-be-corrected'] }).notNull(),
  answer: text().notNull(),
  answeredBy: text()
    .notNull()
    .references(() => users.id),
  answeredAt: instant().notNull(),
})

/** What the account manager keeps of a registrar: notes for PIR alone, and the steps agreed with it. Append-only. */
export const qpiNotes = pgTable(
  'qpi_notes',
  {
    id: id(),
    ianaId: integer().notNull(),
    kind: text({ enum: ['note', 'step'] }).notNull(),
    text: text().notNull(),
    /** Of a step. */
    dueOn: date(),
    writtenBy: text()
      .notNull()
      .references(() => users.id),
    writtenAt: instant().notNull(),
  },
  (t) => [
    index('qpi_notes_registrar').on(t.ianaId, t.writtenAt),
    check('qpi_notes_step_has_day', sql`(${t.kind} = 'step') = (${t.dueOn} is not null)`),
  ],
)

/** That a step is over. Append-only. */
export const qpiStepEnds = pgTable('qpi_step_ends', {
  noteId: text()
    .primaryKey()
    .references(() => qpiNotes.id),
  outcome: text({ enum: ['done', 'dropped'] }).notNull(),
  endedBy: text()
    .notNull()
    .references(() => users.id),
  endedAt: instant().notNull(),
})
