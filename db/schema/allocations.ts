import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { registrars } from './applications'
import { awards } from './awards'
import { id, instant } from './columns'
import { labels } from './labels'
import { users } from './people'

/** Somebody invited by mail to act for one registrar (R4.2, R16.1); the link works once. */
export const registrarInvitations = pgTable(
  'registrar_invitations',
  {
    id: id(),
    registrarIanaId: integer()
      .notNull()
      .references(() => registrars.ianaId),
    email: text().notNull(),
    tokenHash: text().notNull().unique(),
    invitedBy: text()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    acceptedBy: text().references(() => users.id),
    revokedAt: instant(),
  },
  (t) => [
    index('registrar_invitations_registrar').on(t.registrarIanaId),
    check('registrar_invitations_accepted', sql`(${t.acceptedAt} is null) = (${t.acceptedBy} is null)`),
  ],
)

export const tokenStates = ['issued', 'shown', 'redeemed', 'expired', 'revoked'] as const
export type TokenState = (typeof tokenStates)[number]

/**
 * The right of one registrar to create one awarded name once (RFC 8495, R11.1). `issued`: there is no secret yet;
 * `shown`: it was made and shown, and only its SHA-256 is kept.
 */
export const allocationTokens = pgTable(
  'allocation_tokens',
  {
    id: id(),
    awardId: text()
      .notNull()
      .references(() => awards.id),
    label: text()
      .notNull()
      .references(() => labels.label),
    registrarIanaId: integer()
      .notNull()
      .references(() => registrars.ianaId),
    command: text({ enum: ['create'] })
      .notNull()
      .default('create'),
    state: text({ enum: tokenStates }).notNull().default('issued'),
    issuedAt: instant().notNull(),
    /** Half-open: a name created before this instant counts. */
    expiresAt: instant().notNull(),
    secretHash: text().unique('allocation_tokens_secret_key'),
    shownAt: instant(),
    shownTo: text().references(() => users.id),
    redeemedAt: instant(),
    endedAt: instant(),
    /** Why it was revoked, or that it ran out; the registrar reads it. */
    endReason: text(),
  },
  (t) => [
    uniqueIndex('allocation_tokens_one_live_per_award')
      .on(t.awardId)
      .where(sql`${t.state} in ('issued', 'shown', 'redeemed')`),
    index('allocation_tokens_award').on(t.awardId, t.issuedAt),
    index('allocation_tokens_registrar').on(t.registrarIanaId),
    check('allocation_tokens_shown', sql`(${t.secretHash} is null) = (${t.shownAt} is null)`),
    check(
      'allocation_tokens_redeemed',
      sql`${t.state} <> 'redeemed' or (${t.secretHash} is not null and ${t.redeemedAt} is not null)`,
    ),
    check(
      'allocation_tokens_ended',
      sql`(${t.state} in ('expired', 'revoked')) = (${t.endedAt} is not null)`,
    ),
    check('allocation_tokens_expires_later', sql`${t.expiresAt} > ${t.issuedAt}`),
  ],
)

export const reportOutcomes = [
  'redeemed',
  'already-redeemed',
  'failure-noted',
  'unreadable',
  'other-kind',
  'unknown-name',
  'wrong-name',
  'wrong-registrar',
  'unknown-token',
  'expired-token',
  'revoked-token',
  'replaced',
  'not-accredited',
  'award-over',
  'registrant-changed',
  'no-transfer',
] as const
export type ReportOutcome = (typeof reportOutcomes)[number]

/** What the registry’s system reported, signed, and what became of it (R11.2). Append-only. */
export const registryReports = pgTable(
  'registry_reports',
  {
    id: id(),
    webhookId: text().notNull().unique('registry_reports_webhook_key'),
    sentAt: instant().notNull(),
    receivedAt: instant().notNull(),
    /** As it came. It names tokens by their SHA-256 only. */
    body: text().notNull(),
    bodySha256: text().notNull(),
    kind: text().notNull().default(''),
    name: text(),
    registrarIanaId: integer(),
    /** EPP result code of a creation that failed. */
    resultCode: integer(),
    tokenId: text().references(() => allocationTokens.id),
    awardId: text().references(() => awards.id),
    outcome: text({ enum: reportOutcomes }).notNull(),
  },
  (t) => [
    index('registry_reports_award').on(t.awardId, t.receivedAt),
    index('registry_reports_received').on(t.receivedAt),
    index('registry_reports_name').on(t.name, t.receivedAt),
  ],
)

export const lookupOutcomes = [
  'confirmed',
  'not-found',
  'wrong-name',
  'wrong-registrar',
  'unreadable',
  'unreachable',
] as const
export type LookupOutcome = (typeof lookupOutcomes)[number]

/** What RDAP said of a name whose token was reported redeemed (R11.2). Append-only. */
export const registryLookups = pgTable(
  'registry_lookups',
  {
    id: id(),
    tokenId: text()
      .notNull()
      .references(() => allocationTokens.id),
    at: instant().notNull(),
    outcome: text({ enum: lookupOutcomes }).notNull(),
    /** In words: the registrar that was named, or what went wrong. */
    detail: text().notNull().default(''),
  },
  (t) => [index('registry_lookups_token').on(t.tokenId, t.at)],
)
