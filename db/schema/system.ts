import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { bytes, id, instant } from './columns'
import { users } from './people'

/**
 * One row per operation, done or refused, written by the door in the operation's own transaction (R9.1).
 * Append-only by grants and triggers. `payload` is canonical JSON without personal data (R9.3);
 * its leaf hash is what the transcript's tree holds (R9.2).
 */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigint({ mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull().default(sql`clock_timestamp()`),
    /** The operation's name, such as `round.approve`. */
    kind: text().notNull(),
    outcome: text({ enum: ['done', 'refused', 'requested', 'declined'] }).notNull(),
    /** Pseudonym of the person, or `system:<job>`, or `anyone`. */
    actor: text().notNull(),
    /** Pseudonym of the second person, where the operation needed one. */
    approver: text(),
    /** What it was about, such as `lot_…`. */
    object: text().notNull().default(''),
    payload: bytes().notNull(),
    /** Random, before the payload in its leaf: nobody can guess an entry from the hash that everyone may read. */
    salt: bytes().notNull().default(sql`uuid_send(gen_random_uuid())`),
    leafHash: bytes().notNull().generatedAlwaysAs(sql`sha256('\\x00'::bytea || salt || payload)`),
  },
  (t) => [index('audit_log_object').on(t.object, t.id), index('audit_log_kind').on(t.kind, t.id)],
)

/**
 * One thing that a request changes; `before` is empty where there was nothing. `group` is the head it stands under. What
 * is confidential is shown to the two people alone, while they decide.
 */
export type Change = { what: string; before: string; after: string; group?: string; confidential?: true }

/** Requests waiting for a second person (R16.3): bound to the exact parameters by hash, expiring. */
export const approvals = pgTable(
  'approvals',
  {
    id: id(),
    operation: text().notNull(),
    /** The parsed input, kept exactly as the requester confirmed it. */
    input: jsonb().$type<unknown>().notNull(),
    /** SHA-256 over operation, canonical input and the subject's fingerprint. */
    inputHash: text().notNull(),
    object: text().notNull(),
    /** One sentence: what will happen. */
    summary: text().notNull(),
    /** What the approver types to confirm, such as `round 2`. */
    typed: text().notNull(),
    changes: jsonb().$type<Change[]>().notNull().default([]),
    reason: text().notNull().default(''),
    requestedBy: text()
      .notNull()
      .references(() => users.id),
    requestedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    state: text({ enum: ['pending', 'approved', 'declined', 'withdrawn', 'expired'] })
      .notNull()
      .default('pending'),
    /** While it is pending: who has taken it up to decide it, if someone has. */
    decidedBy: text().references(() => users.id),
    decidedAt: instant(),
    decisionReason: text().notNull().default(''),
  },
  (t) => [
    uniqueIndex('approvals_pending_key').on(t.operation, t.inputHash).where(sql`${t.state} = 'pending'`),
    index('approvals_state').on(t.state, t.expiresAt),
  ],
)

/** Answers already given, so that a repeated request gets the same one (R7.7). */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    actor: text().notNull(),
    operation: text().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    answer: jsonb().$type<unknown>().notNull(),
    at: instant().notNull().default(sql`clock_timestamp()`),
  },
  (t) => [primaryKey({ columns: [t.actor, t.operation, t.key] })],
)

/** “Something changed”: what the live hub polls. No NOTIFY: it would serialise commits. */
export const liveVersions = pgTable('live_versions', {
  topic: text().primaryKey(),
  version: bigint({ mode: 'bigint' }).notNull(),
})

/** How a letter reaches its reader: by mail at once, in the daily digest, or in the inbox of the portal alone. */
export const deliveries = ['at-once', 'digest', 'inbox'] as const
export type Delivery = (typeof deliveries)[number]

/** Mail leaves from here, after commit, by the worker; the development mailbox reads it. */
export const mailOutbox = pgTable(
  'mail_outbox',
  {
    id: id(),
    /** The same effect is never mailed twice: unique where given. */
    effect: text().unique(),
    to: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    template: text().notNull(),
    /** Only what goes at once is mailed by itself. */
    delivery: text({ enum: deliveries }).notNull().default('at-once'),
    createdAt: instant().notNull().default(sql`clock_timestamp()`),
    sentAt: instant(),
    attempts: integer().notNull().default(0),
    lastError: text(),
  },
  (t) => [
    index('mail_outbox_waiting')
      .on(t.createdAt)
      .where(sql`${t.sentAt} is null and ${t.delivery} = 'at-once'`),
    index('mail_outbox_to').on(t.to),
    index('mail_outbox_effect_begins').on(sql`${t.effect} collate "C"`),
  ],
)

export const files = pgTable('files', {
  id: id(),
  /** Random: never the user's own file name. */
  storageKey: text().notNull().unique(),
  sha256: text().notNull(),
  size: integer().notNull(),
  mediaType: text({ enum: ['application/pdf', 'image/png', 'image/jpeg'] }).notNull(),
  fileName: text().notNull(),
  /** Whether it was looked at for malware before it was kept. */
  scan: text({ enum: ['clean', 'not-scanned'] })
    .notNull()
    .default('not-scanned'),
  uploadedBy: text()
    .notNull()
    .references(() => users.id),
  createdAt: instant().notNull().default(sql`clock_timestamp()`),
})

/** Heartbeats of worker and bid path; the outage rule and the control room read them (R7.9). */
export const heartbeats = pgTable('heartbeats', {
  name: text().primaryKey(),
  at: instant().notNull(),
  details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
})
