import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { cents, id, instant } from './columns'
import { organisations, users } from './people'
import { lots, rounds } from './rounds'
import { files } from './system'

/** The IANA list of registrar ids, as last imported (R4.2). */
export const registrars = pgTable('registrars', {
  ianaId: integer().primaryKey(),
  name: text().notNull(),
  status: text({ enum: ['Accredited', 'Terminated', 'Reserved'] }).notNull(),
  rdapUrl: text().notNull().default(''),
  /** Where sponsorship requests are sent; entered by the programme. */
  contactEmail: text(),
  importedAt: instant().notNull().default(sql`clock_timestamp()`),
})

export const registrarImports = pgTable('registrar_imports', {
  id: id(),
  source: text().notNull(),
  sha256: text().notNull(),
  rows: integer().notNull(),
  added: integer().notNull(),
  changed: integer().notNull(),
  errors: jsonb().$type<{ line: number; message: string }[]>().notNull().default([]),
  at: instant().notNull(),
})

export const applicationStates = ['draft', 'submitted', 'withdrawn', 'not-submitted'] as const
export type ApplicationState = (typeof applicationStates)[number]

export const applications = pgTable(
  'applications',
  {
    id: id(),
    /** Such as PIR-2026-Q7-K3ZD-4; given at creation, printed on every letter. */
    reference: text().notNull().unique(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    lotId: text()
      .notNull()
      .references(() => lots.id),
    state: text({ enum: applicationStates }).notNull().default('draft'),
    registrarIanaId: integer().references(() => registrars.ianaId),
    currentVersionId: text(),
    createdBy: text()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    submittedAt: instant(),
    withdrawnAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique('applications_organisation_lot_key').on(t.organisationId, t.lotId),
    index('applications_round').on(t.roundId),
    index('applications_lot').on(t.lotId),
  ],
)

/** A section of the plan being written. Saved as the applicant types, with a version check (R5.2). */
export const planDrafts = pgTable(
  'plan_drafts',
  {
    applicationId: text()
      .notNull()
      .references(() => applications.id),
    section: text().notNull(),
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    completed: boolean().notNull().default(false),
    version: integer().notNull(),
    updatedBy: text()
      .notNull()
      .references(() => users.id),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.section] })],
)

/** A submitted plan, frozen (R5.3). Append-only. */
export const planVersions = pgTable(
  'plan_versions',
  {
    id: id(),
    applicationId: text()
      .notNull()
      .references(() => applications.id),
    number: integer().notNull(),
    content: jsonb().$type<Record<string, Record<string, unknown>>>().notNull(),
    attachments: jsonb().$type<{ fileId: string; title: string; sha256: string }[]>().notNull(),
    organisation: jsonb().$type<Record<string, unknown>>().notNull(),
    registrarIanaId: integer().notNull(),
    /** SHA-256 of the canonical content: what the receipt names. */
    contentHash: text().notNull(),
    rulesVersion: text().notNull(),
    rulesHash: text().notNull(),
    submittedBy: text()
      .notNull()
      .references(() => users.id),
    /** When the server began to receive the request: what counts against the close (R5.6). */
    receivedAt: instant().notNull(),
    submittedAt: instant().notNull(),
  },
  (t) => [unique('plan_versions_number_key').on(t.applicationId, t.number)],
)

export const attachments = pgTable(
  'attachments',
  {
    id: id(),
    applicationId: text()
      .notNull()
      .references(() => applications.id),
    fileId: text()
      .notNull()
      .references(() => files.id),
    title: text().notNull(),
    addedAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [index('attachments_application').on(t.applicationId)],
)

/** A registrar's consent to sponsor, asked for by a signed link (R4.2). */
export const sponsorships = pgTable(
  'sponsorships',
  {
    id: id(),
    applicationId: text()
      .notNull()
      .references(() => applications.id),
    registrarIanaId: integer()
      .notNull()
      .references(() => registrars.ianaId),
    state: text({ enum: ['requested', 'confirmed', 'declined', 'superseded'] }).notNull(),
    contactEmail: text().notNull(),
    tokenHash: text().notNull().unique(),
    requestedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    answeredAt: instant(),
    answeredByName: text(),
    reason: text().notNull().default(''),
  },
  (t) => [index('sponsorships_application').on(t.applicationId)],
)

/** Deposits as recorded by hand by two people (R7.2, R16.3). Append-only; a correction is a negative row. */
export const deposits = pgTable(
  'deposits',
  {
    id: id(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    amountMinor: cents().notNull(),
    bankReference: text().notNull(),
    receivedAt: instant().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [index('deposits_round').on(t.roundId, t.organisationId)],
)

/** Related parties (R4.3): why two organisations are flagged, and whether both applied for one lot. */
export const relatedParties = pgTable(
  'related_parties',
  {
    id: id(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    organisationA: text().notNull(),
    organisationB: text().notNull(),
    grounds: text({ enum: ['beneficial-owner', 'email-domain', 'person'] }).notNull(),
    detail: text().notNull(),
    flaggedAt: instant().notNull(),
  },
  (t) => [
    unique('related_parties_key').on(t.roundId, t.organisationA, t.organisationB, t.grounds),
    foreignKey({
      name: 'related_parties_a_fk',
      columns: [t.organisationA],
      foreignColumns: [organisations.id],
    }),
    foreignKey({
      name: 'related_parties_b_fk',
      columns: [t.organisationB],
      foreignColumns: [organisations.id],
    }),
  ],
)
