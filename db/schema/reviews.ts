import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { applications, planVersions } from './applications'
import { id, instant } from './columns'
import { users } from './people'
import { rounds } from './rounds'

/** The three stored states of R6.2. No row means nobody asked yet; `not-asked` means the question is open. */
export const conflictDeclarations = pgTable(
  'conflict_declarations',
  {
    reviewerId: text()
      .notNull()
      .references(() => users.id),
    applicationId: text()
      .notNull()
      .references(() => applications.id),
    state: text({ enum: ['not-asked', 'none', 'declared'] })
      .notNull()
      .default('not-asked'),
    nature: text().notNull().default(''),
    /** Detected beforehand: e-mail domain, organisation, owner (R6.2). */
    detected: text().notNull().default(''),
    declaredAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.reviewerId, t.applicationId] }),
    check('conflicts_declared_has_nature', sql`${t.state} <> 'declared' or ${t.nature} <> ''`),
  ],
)

export const assignments = pgTable(
  'assignments',
  {
    id: id(),
    applicationId: text()
      .notNull()
      .references(() => applications.id),
    reviewerId: text()
      .notNull()
      .references(() => users.id),
    assignedAt: instant().notNull(),
    removedAt: instant(),
    /** Why the reviewer gave the plan back, in their words; null where somebody else took it, or a conflict did. */
    declinedReason: text(),
  },
  (t) => [
    uniqueIndex('assignments_active_key')
      .on(t.applicationId, t.reviewerId)
      .where(sql`${t.removedAt} is null`),
    index('assignments_reviewer').on(t.reviewerId),
    check('assignments_declined_is_removed', sql`${t.declinedReason} is null or ${t.removedAt} is not null`),
  ],
)

/** A passage of the plan that a reason rests on: its section, its words, and which of several equal ones, from 0. */
export type Citation = { section: string; quote: string; occurrence: number }

export type DraftScore = {
  criterion: string
  value: number | null
  notApplicable: boolean
  reason: string
  citations?: Citation[]
}

/** How well a reviewer knows a field of work, from 1 to 3; no row: not at all. They say so themselves (R6.3). */
export const reviewerExpertise = pgTable(
  'reviewer_expertise',
  {
    reviewerId: text()
      .notNull()
      .references(() => users.id),
    field: text().notNull(),
    level: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.reviewerId, t.field] }),
    check('expertise_level', sql`${t.level} between 1 and 3`),
  ],
)

/** Where a reviewer works, sits or worked, in their own words: what conflicts are looked for by (R6.2). */
export const reviewerPosts = pgTable(
  'reviewer_posts',
  {
    reviewerId: text()
      .notNull()
      .references(() => users.id),
    organisation: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.reviewerId, t.organisation] })],
)

/** The fields of work that a plan is about, as the programme sees it (R6.3). */
export const planFields = pgTable(
  'plan_fields',
  {
    applicationId: text()
      .notNull()
      .references(() => applications.id),
    field: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.field] })],
)

/**
 * A computed assignment with everything it was computed from, so that it can be repeated (R6.3). It changes nothing
 * until it is applied; `appliedAt` says when.
 */
export const assignmentRuns = pgTable(
  'assignment_runs',
  {
    id: id(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    /** How many plans a reviewer takes at most, those of other decisions among them. */
    cap: integer().notNull(),
    /** What `assign` was given. */
    wanted: jsonb().$type<AssignmentWanted>().notNull(),
    wantedHash: text().notNull(),
    /** Pairs that would be added, by plan. */
    pairs: jsonb().$type<[plan: string, reviewer: string][]>().notNull(),
    /** Expertise of all plans together and of the worst-off, in ten-thousandths, and the most either could be. */
    total: integer().notNull(),
    worst: integer().notNull(),
    totalAtMost: integer().notNull(),
    worstAtMost: integer().notNull(),
    computedBy: text()
      .notNull()
      .references(() => users.id),
    computedAt: instant().notNull(),
    appliedAt: instant(),
  },
  (t) => [index('assignment_runs_round').on(t.roundId)],
)

/** The problem of an assignment; see `domain/reviews/mathematics/assignments/assign.ts`. */
export type AssignmentWanted = {
  plans: { id: string; demand: number }[]
  reviewers: { id: string; cap: number }[]
  affinity: number[][]
  conflicts: [plan: string, reviewer: string][]
  kept: [plan: string, reviewer: string][]
  objective: 'max-sum' | 'max-min-then-sum'
  seed: string
}

/** One reviewer's judgement of one plan version (R6.4). The draft is saved by the server; submitting freezes it. */
export const reviews = pgTable('reviews', {
  id: id(),
  assignmentId: text()
    .notNull()
    .references(() => assignments.id)
    .unique(),
  planVersionId: text()
    .notNull()
    .references(() => planVersions.id),
  state: text({ enum: ['draft', 'submitted'] })
    .notNull()
    .default('draft'),
  draft: jsonb().$type<DraftScore[]>().notNull().default([]),
  version: integer().notNull().default(1),
  updatedAt: instant().notNull(),
  submittedAt: instant(),
})

/** A sheet as it stood before it was written over. At most one a minute, and one at each restore. Append-only. */
export const keptSheets = pgTable(
  'kept_sheets',
  {
    id: id(),
    reviewId: text()
      .notNull()
      .references(() => reviews.id),
    version: integer().notNull(),
    planVersionId: text()
      .notNull()
      .references(() => planVersions.id),
    sheet: jsonb().$type<DraftScore[]>().notNull(),
    savedAt: instant().notNull(),
    keptAt: instant().notNull(),
  },
  (t) => [unique('kept_sheets_version_key').on(t.reviewId, t.version)],
)

/** Submitted scores, immutable. A missing value with `notApplicable` never enters a mean (R6.1). Append-only. */
export const reviewScores = pgTable(
  'review_scores',
  {
    reviewId: text()
      .notNull()
      .references(() => reviews.id),
    criterion: text().notNull(),
    value: integer(),
    notApplicable: boolean().notNull(),
    reason: text().notNull(),
    /** Of the version of the plan that the review judged. */
    citations: jsonb().$type<Citation[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.reviewId, t.criterion] }),
    check(
      'review_scores_range',
      sql`(${t.notApplicable} and ${t.value} is null) or (not ${t.notApplicable} and ${t.value} between 0 and 5)`,
    ),
    check('review_scores_reason', sql`length(trim(${t.reason})) > 0`),
  ],
)

/**
 * What a discussion of the panel came to, with its reason: a value agreed on, or null when the scores stand. The
 * originals stay (R6.6). The last entry of a criterion counts. Append-only.
 */
export const consensusScores = pgTable(
  'consensus_scores',
  {
    id: id(),
    applicationId: text()
      .notNull()
      .references(() => applications.id),
    criterion: text().notNull(),
    value: integer(),
    reason: text().notNull(),
    recordedBy: text()
      .notNull()
      .references(() => users.id),
    at: instant().notNull(),
  },
  (t) => [
    index('consensus_application').on(t.applicationId),
    check('consensus_range', sql`${t.value} between 0 and 5`),
  ],
)

/**
 * What the panel says to each other about a plan once its own scores are in; about one criterion, or the plan. Whoever
 * has not submitted their own review does not read it (R6.4). Append-only.
 */
export const panelRemarks = pgTable(
  'panel_remarks',
  {
    id: id(),
    applicationId: text()
      .notNull()
      .references(() => applications.id),
    criterion: text(),
    text: text().notNull(),
    by: text()
      .notNull()
      .references(() => users.id),
    at: instant().notNull(),
  },
  (t) => [index('panel_remarks_application').on(t.applicationId)],
)

export const decisionOutcomes = ['qualified', 'not-qualified', 'withdrawn', 'ineligible'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]

/** One decision per application: proposed by the chair, approved by an officer who did not review it (R6.7). */
export const decisions = pgTable(
  'decisions',
  {
    applicationId: text()
      .primaryKey()
      .references(() => applications.id),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    outcome: text({ enum: decisionOutcomes }).notNull(),
    reason: text().notNull(),
    /** Plan score at the decision, 0–10000; null where the plan was not scored. */
    scoreHundredths: integer(),
    byCriterion: jsonb().$type<Record<string, number | null>>().notNull().default({}),
    proposedBy: text()
      .notNull()
      .references(() => users.id),
    approvedBy: text()
      .notNull()
      .references(() => users.id),
    decidedAt: instant().notNull(),
    releasedAt: instant(),
  },
  (t) => [
    check('decisions_two_people', sql`${t.proposedBy} <> ${t.approvedBy}`),
    unique('decisions_round_application_key').on(t.roundId, t.applicationId),
  ],
)

/** What a reviewer gave a calibration plan before the first real one of a round. It enters no score. Append-only. */
export const calibrationAnswers = pgTable(
  'calibration_answers',
  {
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    reviewerId: text()
      .notNull()
      .references(() => users.id),
    /** Which of the calibration plans. */
    plan: text().notNull(),
    sheet: jsonb().$type<DraftScore[]>().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.reviewerId, t.plan] })],
)

/**
 * The one request to decide again on an application, and what two people who did not decide before made of it (R6.7).
 * `before` is the outcome it was about: the decision itself carries the one that holds.
 */
export const reconsiderations = pgTable(
  'reconsiderations',
  {
    applicationId: text()
      .primaryKey()
      .references(() => applications.id),
    grounds: text().notNull(),
    before: text({ enum: decisionOutcomes }).notNull(),
    requestedBy: text()
      .notNull()
      .references(() => users.id),
    requestedAt: instant().notNull(),
    outcome: text({ enum: ['upheld', 'qualified'] }),
    reason: text(),
    proposedBy: text().references(() => users.id),
    approvedBy: text().references(() => users.id),
    decidedAt: instant(),
  },
  (t) => [
    check('reconsiderations_two_people', sql`${t.proposedBy} <> ${t.approvedBy}`),
    check(
      'reconsiderations_decided_whole',
      sql`num_nulls(${t.outcome}, ${t.reason}, ${t.proposedBy}, ${t.approvedBy}, ${t.decidedAt}) in (0, 5)`,
    ),
  ],
)
