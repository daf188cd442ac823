import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { bytes, id, instant } from './columns'

export const users = pgTable(
  'users',
  {
    id: id(),
    /** Stored normalised: trimmed, NFKC, lower case, ASCII. */
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text(),
    emailVerifiedAt: instant(),
    status: text({ enum: ['active', 'disabled'] })
      .notNull()
      .default('active'),
    /** Stands for the person in the audit log; erasing the person keeps the log whole (R9.3). */
    pseudonym: text().notNull().unique(),
    timeZone: text(),
    /** Encrypted with the portal's secret. Confirmed once a code was shown to work. */
    totpSecret: bytes(),
    totpConfirmedAt: instant(),
    /** The last 30-second step a code was used for: each code works once. */
    totpLastStep: integer(),
    /**
     * No bids before this instant: a recovery code was used, or the app was taken off or replaced. Once set it stays, so
     * that the next set-up is known to be a replacement.
     */
    biddingHeldUntil: instant(),
    /** Since then name and address are gone; the row stays for what its pseudonym did (R9.3). */
    erasedAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    unique('users_email_key').on(t.email),
    check('users_email_ascii', sql`${t.email} ~ '^[a-z0-9.!#$%&''*+/=?^_\`{|}~-]+@[a-z0-9.-]+$'`),
  ],
)

export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    /** SHA-256 of the cookie's token: a copy of the database opens no session. */
    tokenHash: text().notNull().unique(),
    userId: text()
      .notNull()
      .references(() => users.id),
    /** 1: password. 2: password and authenticator (R16.4). */
    assurance: integer().notNull(),
    userAgent: text().notNull().default(''),
    createdAt: instant().notNull().defaultNow(),
    lastSeenAt: instant().notNull().defaultNow(),
    /** Without use for so long, it is over. */
    idleMinutes: integer().notNull().default(30),
    steppedUpAt: instant(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [index('sessions_user').on(t.userId)],
)

/** Single-use links: verification, password reset, first administrator, and the step between password and code. */
export const userTokens = pgTable(
  'user_tokens',
  {
    tokenHash: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id),
    purpose: text({ enum: ['verify-email', 'reset-password', 'set-password', 'sign-in'] }).notNull(),
    createdAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index('user_tokens_user').on(t.userId)],
)

export const recoveryCodes = pgTable('recovery_codes', {
  codeHash: text().primaryKey(),
  userId: text()
    .notNull()
    .references(() => users.id),
  createdAt: instant().notNull().defaultNow(),
  usedAt: instant(),
})

export const pirRoles = [
  'reviewer',
  'panel-chair',
  'programme-officer',
  'finance-officer',
  'custodian',
  'auditor',
  'administrator',
] as const
export type PirRole = (typeof pirRoles)[number]

/** Keys that a device or a password manager keeps for this site, each shown by its owner's finger, face or PIN (R16.4). */
export const passkeys = pgTable(
  'passkeys',
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => users.id),
    /** As the authenticator names it, base64url. */
    credentialId: text().notNull().unique(),
    /** COSE key. */
    publicKey: bytes().notNull(),
    /** How often it signed, where it counts at all. */
    counter: bigint({ mode: 'number' }).notNull(),
    /** It cannot leave its device, so a counter that goes back tells of a copy. */
    deviceBound: boolean().notNull(),
    transports: jsonb().$type<string[]>().notNull(),
    /** The owner's own word for it. */
    name: text().notNull(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
    removedAt: instant(),
  },
  (t) => [index('passkeys_user').on(t.userId)],
)

/** Challenges that were answered, for as long as they could be answered again. */
export const spentChallenges = pgTable(
  'spent_challenges',
  { challengeHash: text().primaryKey(), spentAt: instant().notNull() },
  (t) => [index('spent_challenges_at').on(t.spentAt)],
)

/** Roles are dated rows: who held what, when, granted by which approval. `registrar` carries the IANA id it acts for. */
export const roles = pgTable(
  'roles',
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => users.id),
    role: text({ enum: [...pirRoles, 'registrar'] }).notNull(),
    registrarIanaId: integer(),
    grantedAt: instant().notNull().defaultNow(),
    revokedAt: instant(),
    /** Here, where it can be erased, and never in the log (R9.3). */
    revokeReason: text(),
  },
  (t) => [
    uniqueIndex('roles_active_key').on(t.userId, t.role).where(sql`${t.revokedAt} is null`),
    check('roles_registrar_has_id', sql`(${t.role} = 'registrar') = (${t.registrarIanaId} is not null)`),
  ],
)

export type BeneficialOwner = { name: string; country: string; share: string }

export const organisations = pgTable('organisations', {
  id: id(),
  legalName: text().notNull(),
  country: text().notNull(),
  kind: text({
    enum: ['charity', 'association', 'foundation', 'company', 'public-body', 'individual', 'other'],
  }).notNull(),
  registrationNumber: text().notNull().default(''),
  address: text().notNull().default(''),
  publicContact: text().notNull().default(''),
  website: text().notNull().default(''),
  beneficialOwners: jsonb().$type<BeneficialOwner[]>().notNull().default([]),
  version: integer().notNull().default(1),
  createdAt: instant().notNull().defaultNow(),
})

export const memberships = pgTable(
  'memberships',
  {
    id: id(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    userId: text()
      .notNull()
      .references(() => users.id),
    role: text({ enum: ['owner', 'editor', 'bidder'] }).notNull(),
    startedAt: instant().notNull().defaultNow(),
    endedAt: instant(),
  },
  (t) => [
    uniqueIndex('memberships_active_key')
      .on(t.organisationId, t.userId, t.role)
      .where(sql`${t.endedAt} is null`),
    index('memberships_user').on(t.userId),
  ],
)

export const invitations = pgTable('invitations', {
  id: id(),
  organisationId: text()
    .notNull()
    .references(() => organisations.id),
  email: text().notNull(),
  role: text({ enum: ['owner', 'editor', 'bidder'] }).notNull(),
  tokenHash: text().notNull().unique(),
  invitedBy: text()
    .notNull()
    .references(() => users.id),
  createdAt: instant().notNull().defaultNow(),
  expiresAt: instant().notNull(),
  acceptedAt: instant(),
  revokedAt: instant(),
})

/** Browsers an account was used from: a sign-in from another one sends a notice. */
export const knownDevices = pgTable(
  'known_devices',
  {
    userId: text()
      .notNull()
      .references(() => users.id),
    deviceHash: text().notNull(),
    firstSeenAt: instant().notNull().defaultNow(),
  },
  (t) => [unique('known_devices_key').on(t.userId, t.deviceHash)],
)
