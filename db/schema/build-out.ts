import { sql } from 'drizzle-orm'
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { planVersions } from './applications'
import { awards } from './awards'
import { id, instant } from './columns'
import { organisations, users } from './people'
import { files } from './system'

/** What was promised for an award: the terms that its commitments stand under (R12.1). */
export const buildOuts = pgTable(
  'build_outs',
  {
    awardId: text()
      .primaryKey()
      .references(() => awards.id),
    planVersionId: text()
      .notNull()
      .references(() => planVersions.id),
    /** The round’s: days end in it. */
    zone: text().notNull(),
    terms: text({ enum: ['proposed', 'agreed', 'fixed'] })
      .notNull()
      .default('proposed'),
    /** Raised by every edit: an agreement names the terms it was shown. */
    version: integer().notNull().default(1),
    compiledAt: instant().notNull(),
    /** From here on two officers may fix the commitments as in the plan. */
    agreeBy: instant().notNull(),
    settledAt: instant(),
    settledBy: text().references(() => users.id),
    /** While a transfer lock stands. */
    transferLockedAt: instant(),
    ending: text({ enum: ['completed', 'revoked'] }),
    endedAt: instant(),
  },
  (t) => [
    check('build_outs_settled', sql`(${t.terms} = 'proposed') = (${t.settledAt} is null)`),
    check('build_outs_ended', sql`(${t.ending} is null) = (${t.endedAt} is null)`),
  ],
)

export const commitmentStates = [
  'planned',
  'due-soon',
  'extended',
  'submitted',
  'returned',
  'verified',
  'waived',
  'overdue',
  'cure-notice',
  'remedy',
  'closed',
] as const
export type CommitmentState = (typeof commitmentStates)[number]

export const commitmentOutcomes = ['kept', 'kept-late', 'waived', 'not-kept'] as const
export type CommitmentOutcome = (typeof commitmentOutcomes)[number]

export const proofKinds = ['url', 'dns', 'dnssec', 'tls', 'file'] as const
export type ProofKind = (typeof proofKinds)[number]

/** The rungs above the reminder, in order (R12.2). */
export const remedyRungs = ['cure-notice', 'added-conditions', 'transfer-lock', 'revocation'] as const
export type RemedyRung = (typeof remedyRungs)[number]

const terms = () => ({
  milestone: text().notNull(),
  proof: text().notNull(),
  proofKinds: jsonb().$type<ProofKind[]>().notNull(),
  /** The last day, in the zone of the build-out. */
  dueOn: date().notNull(),
  /** Where that day ends: what is submitted before it is in time. */
  dueAt: instant().notNull(),
  weightBp: integer().notNull(),
  /** The furthest rung this promise may lead to. */
  remedy: text({ enum: remedyRungs }).notNull(),
})

/** One dated promise, as it stands now. */
export const commitments = pgTable(
  'commitments',
  {
    id: id(),
    awardId: text()
      .notNull()
      .references(() => buildOuts.awardId),
    number: integer().notNull(),
    state: text({ enum: commitmentStates }).notNull().default('planned'),
    stateSince: instant().notNull(),
    ...terms(),
    revision: integer().notNull().default(1),
    cureEndsAt: instant(),
    /** The last rung taken that stands. */
    rung: text({ enum: remedyRungs }),
    outcome: text({ enum: commitmentOutcomes }),
    outcomeAt: instant(),
  },
  (t) => [
    unique('commitments_number_key').on(t.awardId, t.number),
    check('commitments_weight', sql`${t.weightBp} between 0 and 10000`),
    check('commitments_outcome', sql`(${t.outcome} is null) = (${t.outcomeAt} is null)`),
    check(
      'commitments_end_has_outcome',
      sql`${t.state} not in ('verified', 'waived', 'closed') or ${t.outcome} is not null`,
    ),
    index('commitments_state').on(t.state, t.dueAt),
  ],
)

/** Every wording and date a commitment ever had. Append-only. */
export const commitmentRevisions = pgTable(
  'commitment_revisions',
  {
    commitmentId: text()
      .notNull()
      .references(() => commitments.id),
    number: integer().notNull(),
    origin: text({ enum: ['plan', 'edit', 'extension', 'fixed'] }).notNull(),
    ...terms(),
    reason: text().notNull().default(''),
    /** Absent: taken from the plan. */
    by: text().references(() => users.id),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ name: 'commitment_revisions_key', columns: [t.commitmentId, t.number] })],
)

/** Every state a commitment was in. Append-only. */
export const commitmentMoves = pgTable(
  'commitment_moves',
  {
    id: id(),
    commitmentId: text()
      .notNull()
      .references(() => commitments.id),
    move: text().notNull(),
    from: text({ enum: commitmentStates }).notNull(),
    to: text({ enum: commitmentStates }).notNull(),
    at: instant().notNull(),
    /** For the registrant and the programme; never public. */
    reason: text().notNull().default(''),
    /** Absent: the portal, by the date. */
    by: text().references(() => users.id),
  },
  (t) => [index('commitment_moves_commitment').on(t.commitmentId, t.at)],
)

export const evidence = pgTable(
  'evidence',
  {
    id: id(),
    commitmentId: text()
      .notNull()
      .references(() => commitments.id),
    kind: text({ enum: proofKinds }).notNull(),
    /** A web address for `url`, a host for `dns`, `dnssec` and `tls`; empty for a file. */
    target: text().notNull().default(''),
    fileId: text().references(() => files.id),
    note: text().notNull().default(''),
    submittedBy: text()
      .notNull()
      .references(() => users.id),
    submittedAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    /** When the worker is to look (again); absent: it has looked, or there is nothing it could look at. */
    nextCheckAt: instant(),
  },
  (t) => [
    check('evidence_file', sql`(${t.kind} = 'file') = (${t.fileId} is not null)`),
    index('evidence_commitment').on(t.commitmentId),
    index('evidence_due').on(t.nextCheckAt).where(sql`${t.nextCheckAt} is not null`),
  ],
)

/** What was seen. `undecided`: nobody could look, so nothing is said. */
export const checkOutcomes = ['met', 'not-met', 'undecided'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]
export type Seen = { what: string; value: string }[]

/** Each look of the worker at a piece of evidence. Append-only. */
export const evidenceChecks = pgTable(
  'evidence_checks',
  {
    id: id(),
    evidenceId: text()
      .notNull()
      .references(() => evidence.id),
    attempt: integer().notNull(),
    outcome: text({ enum: checkOutcomes }).notNull(),
    summary: text().notNull(),
    seen: jsonb().$type<Seen>().notNull(),
    at: instant().notNull(),
  },
  (t) => [unique('evidence_checks_attempt_key').on(t.evidenceId, t.attempt)],
)

/** A rung taken, with its reason (R12.2). Append-only: what an appeal undoes stays on record. */
export const remedies = pgTable(
  'remedies',
  {
    id: id(),
    commitmentId: text()
      .notNull()
      .references(() => commitments.id),
    rung: text({ enum: remedyRungs }).notNull(),
    reason: text().notNull(),
    conditions: text().notNull().default(''),
    imposedAt: instant().notNull(),
    imposedBy: text()
      .notNull()
      .references(() => users.id),
    approvedBy: text().references(() => users.id),
    /** An appeal counts before this instant; a revocation takes effect no earlier. */
    appealBy: instant().notNull(),
  },
  (t) => [
    check(
      'remedies_two_people',
      sql`${t.rung} not in ('transfer-lock', 'revocation') or (${t.approvedBy} is not null and ${t.approvedBy} <> ${t.imposedBy})`,
    ),
    index('remedies_commitment').on(t.commitmentId),
  ],
)

/** One appeal against a rung, decided by somebody else (R12.2). */
export const appeals = pgTable(
  'appeals',
  {
    remedyId: text()
      .primaryKey()
      .references(() => remedies.id),
    grounds: text().notNull(),
    madeBy: text()
      .notNull()
      .references(() => users.id),
    madeAt: instant().notNull(),
    outcome: text({ enum: ['upheld', 'dismissed'] }),
    reason: text().notNull().default(''),
    decidedBy: text().references(() => users.id),
    decidedAt: instant(),
  },
  (t) => [check('appeals_decided', sql`(${t.outcome} is null) = (${t.decidedAt} is null)`)],
)

/** A name asked to pass to another registrant (R12.3). */
export const transfers = pgTable(
  'transfers',
  {
    id: id(),
    awardId: text()
      .notNull()
      .references(() => awards.id),
    fromOrganisationId: text()
      .notNull()
      .references(() => organisations.id),
    toOrganisationId: text()
      .notNull()
      .references(() => organisations.id),
    ground: text({ enum: ['sale', 'other'] }).notNull(),
    statement: text().notNull(),
    fileId: text().references(() => files.id),
    state: text({ enum: ['requested', 'approved', 'refused'] })
      .notNull()
      .default('requested'),
    requestedBy: text()
      .notNull()
      .references(() => users.id),
    requestedAt: instant().notNull(),
    /** An owner of the organisation that takes over agreed. */
    agreedBy: text().references(() => users.id),
    agreedAt: instant(),
    decidedBy: text().references(() => users.id),
    approvedBy: text().references(() => users.id),
    decidedAt: instant(),
    reason: text().notNull().default(''),
  },
  (t) => [
    uniqueIndex('transfers_one_open').on(t.awardId).where(sql`${t.state} = 'requested'`),
    check('transfers_two_organisations', sql`${t.fromOrganisationId} <> ${t.toOrganisationId}`),
    check(
      'transfers_receiver_agrees',
      sql`${t.state} <> 'approved' or (${t.agreedBy} is not null and ${t.agreedAt} is not null)`,
    ),
    check('transfers_sale_has_evidence', sql`${t.ground} <> 'sale' or ${t.fileId} is not null`),
    check(
      'transfers_two_people',
      sql`${t.state} <> 'approved' or (${t.approvedBy} is not null and ${t.approvedBy} <> ${t.decidedBy})`,
    ),
    index('transfers_award').on(t.awardId),
  ],
)

export const registrantOutcomes = [
  'new-registrant',
  'old-registrant',
  'other-registrant',
  'not-told',
  'not-found',
  'wrong-name',
  'wrong-registrar',
  'unreadable',
  'unreachable',
] as const
export type RegistrantOutcome = (typeof registrantOutcomes)[number]

/** What RDAP said of a name that passed to another registrant (R12.3). Append-only. */
export const transferLookups = pgTable(
  'transfer_lookups',
  {
    id: id(),
    transferId: text()
      .notNull()
      .references(() => transfers.id),
    at: instant().notNull(),
    outcome: text({ enum: registrantOutcomes }).notNull(),
    /** In words: who was named, or what went wrong. */
    detail: text().notNull().default(''),
  },
  (t) => [index('transfer_lookups_transfer').on(t.transferId, t.at)],
)
