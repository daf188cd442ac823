import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { bidAttempts } from './auctions'
import { bytes, cents, id, instant } from './columns'
import { users } from './people'
import { rounds } from './rounds'

/** The own age key of a custodian: the public half alone (R8.2). A new one ends the one before. */
export const custodianKeys = pgTable(
  'custodian_keys',
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => users.id),
    recipient: text().notNull().unique('custodian_keys_recipient_key'),
    /** Who employs the custodian: the five come from three employers or more. */
    employer: text().notNull(),
    registeredAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [uniqueIndex('custodian_keys_one_each').on(t.userId).where(sql`${t.endedAt} is null`)],
)

/**
 * The public half of a round's key; the secret is nowhere. The newest one with four proofs counts. A practice has none: its
 * key is derived from the portal's secret (R3.6). Append-only.
 */
export const roundKeys = pgTable(
  'round_keys',
  {
    id: id(),
    roundId: text().notNull(),
    version: integer().notNull(),
    recipient: text().notNull().unique('round_keys_recipient_key'),
    /** SHA-256 of the canonical JSON that the ceremony left behind. */
    ceremonyHash: text().notNull(),
    publishedAt: instant().notNull(),
    practice: boolean().notNull().generatedAlwaysAs(sql`false`),
  },
  (t) => [
    unique('round_keys_version_key').on(t.roundId, t.version),
    foreignKey({
      name: 'round_keys_no_practice',
      columns: [t.roundId, t.practice],
      foreignColumns: [rounds.id, rounds.practice],
    }),
  ],
)

/** A share of a round's key as the ceremony published it, wrapped to its custodian's own key. Append-only. */
export const keyShares = pgTable(
  'key_shares',
  {
    keyId: text()
      .notNull()
      .references(() => roundKeys.id),
    userId: text()
      .notNull()
      .references(() => users.id),
    position: integer().notNull(),
    recipient: text().notNull(),
    sha256: text().notNull(),
    proofKey: text().notNull(),
    /** Base64. */
    wrapped: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.keyId, t.userId] }),
    unique('key_shares_position_key').on(t.keyId, t.position),
    check('key_shares_position', sql`${t.position} between 1 and 5`),
  ],
)

/** A custodian's proof that it holds its share: a signature that only the share can make. Append-only. */
export const shareProofs = pgTable(
  'share_proofs',
  {
    id: id(),
    keyId: text().notNull(),
    userId: text().notNull(),
    challenge: text().notNull().unique('share_proofs_challenge_key'),
    proof: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    foreignKey({
      name: 'share_proofs_share_fk',
      columns: [t.keyId, t.userId],
      foreignColumns: [keyShares.keyId, keyShares.userId],
    }),
  ],
)

/** The opening of a round's sealed bids (R8.3), from the moment two officers began it. */
export const openings = pgTable(
  'openings',
  {
    roundId: text()
      .primaryKey()
      .references(() => rounds.id),
    keyId: text()
      .notNull()
      .references(() => roundKeys.id),
    startedAt: instant().notNull(),
    /** How many sealed bids there are, and the SHA-256 over their hashes in the order received. */
    bids: integer().notNull(),
    bidsHash: text().notNull(),
    /** When three shares gave the secret of the published recipient. */
    unlockedAt: instant(),
    finishedAt: instant(),
    /** The round's secret once it is public; null when the settings give it to the auditor. */
    publishedSecret: text(),
    /** The same, sealed at rest, while bids are being opened, and for the auditor. */
    keptSecret: bytes(),
  },
  (t) => [
    check('openings_secret_after_unlock', sql`${t.publishedSecret} is null or ${t.unlockedAt} is not null`),
  ],
)

/** Shares released for an opening, sealed at rest; gone once it is finished. */
export const releasedShares = pgTable(
  'released_shares',
  {
    roundId: text()
      .notNull()
      .references(() => openings.roundId),
    userId: text()
      .notNull()
      .references(() => users.id),
    /** Null once the opening is finished. */
    share: bytes(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.userId] })],
)

/** What was in a sealed bid, or why it is void (R8.3). Append-only. */
export const openedBids = pgTable(
  'opened_bids',
  {
    attemptId: text()
      .primaryKey()
      .references(() => bidAttempts.id),
    roundId: text()
      .notNull()
      .references(() => openings.roundId),
    amountMinor: cents(),
    voidReason: text(),
    nonce: text(),
    /** SHA-256 of the plaintext, where there was one. */
    plainHash: text(),
    at: instant().notNull(),
  },
  (t) => [
    check('opened_bids_amount_or_void', sql`(${t.amountMinor} is null) = (${t.voidReason} is not null)`),
    index('opened_bids_nonce').on(t.roundId, t.nonce),
  ],
)
