import { sql } from 'drizzle-orm'
import { check, index, pgTable, text } from 'drizzle-orm/pg-core'
import { awards } from './awards'
import { id, instant } from './columns'
import { labels, releases } from './labels'
import { organisations, users } from './people'
import { files } from './system'

export const reporterCapacities = ['government', 'cctld-manager'] as const
export type ReporterCapacity = (typeof reporterCapacities)[number]

export const caseStates = ['unconfirmed', 'open', 'decided'] as const
export type CaseState = (typeof caseStates)[number]

export const caseFindings = ['confusing', 'not-confusing', 'not-established'] as const
export type CaseFinding = (typeof caseFindings)[number]

export const caseActions = ['none', 'assurances', 'added-conditions', 'referral'] as const
export type CaseAction = (typeof caseActions)[number]

/** A report of confusing use by a government or a country-code manager, and what became of it (R13.1). */
export const confusionCases = pgTable(
  'confusion_cases',
  {
    id: id(),
    /** Given when the address is confirmed; before, nobody hears of the report. */
    number: text().unique('confusion_cases_number_key'),
    label: text()
      .notNull()
      .references(() => labels.label),
    state: text({ enum: caseStates }).notNull().default('unconfirmed'),
    capacity: text({ enum: reporterCapacities }).notNull(),
    organisation: text().notNull(),
    reporterName: text().notNull(),
    reporterEmail: text().notNull(),
    /** The page meant. Shown as text, never fetched. */
    url: text().notNull(),
    report: text().notNull(),
    reportedAt: instant().notNull(),
    confirmHash: text().notNull().unique('confusion_cases_confirm_key'),
    confirmBy: instant().notNull(),
    confirmedAt: instant(),
    /** Half-open: decided in time before this instant. */
    dueAt: instant(),
    assignedTo: text().references(() => users.id),
    /** The award whose registrant is heard; its letters ask by this instant. */
    awardId: text().references(() => awards.id),
    /** Whose owners were written to: once the name passes on, the next registrant is heard anew. */
    heardOrganisationId: text().references(() => organisations.id),
    heardAt: instant(),
    answerBy: instant(),
    answeredAt: instant(),
    finding: text({ enum: caseFindings }),
    action: text({ enum: caseActions }),
    /** Goes to both sides. */
    findingReason: text(),
    decidedAt: instant(),
  },
  (t) => [
    check('confusion_cases_confirmed', sql`(${t.state} = 'unconfirmed') = (${t.number} is null)`),
    check('confusion_cases_open_has_deadline', sql`(${t.confirmedAt} is null) = (${t.dueAt} is null)`),
    check(
      'confusion_cases_decided',
      sql`(${t.state} = 'decided') = (${t.finding} is not null and ${t.action} is not null and ${t.findingReason} is not null and ${t.decidedAt} is not null)`,
    ),
    check('confusion_cases_action_needs_finding', sql`${t.action} in ('none') or ${t.finding} = 'confusing'`),
    index('confusion_cases_label').on(t.label),
    index('confusion_cases_state').on(t.state, t.dueAt),
  ],
)

export const entryKinds = ['letter', 'reply', 'note'] as const
export const caseParties = ['reporter', 'registrant', 'officers'] as const
export type CaseParty = (typeof caseParties)[number]

/** The correspondence of a case, in and out, and apart from it the officers’ notes (R13.1). Append-only. */
export const caseEntries = pgTable(
  'case_entries',
  {
    id: id(),
    caseId: text()
      .notNull()
      .references(() => confusionCases.id),
    kind: text({ enum: entryKinds }).notNull(),
    /** To whom a letter goes, from whom a reply comes; a note is the officers’ own. */
    party: text({ enum: caseParties }).notNull(),
    /** Of the registrant’s: which organisation it was then. */
    organisationId: text().references(() => organisations.id),
    text: text().notNull(),
    fileId: text().references(() => files.id),
    /** Who wrote it; none for a reply of the reporter, which comes by a link. */
    writtenBy: text().references(() => users.id),
    at: instant().notNull(),
  },
  (t) => [
    check('case_entries_note_stays_inside', sql`(${t.kind} = 'note') = (${t.party} = 'officers')`),
    check(
      'case_entries_author',
      sql`case when ${t.kind} = 'reply' then ${t.party} = 'registrant' or ${t.writtenBy} is null else ${t.writtenBy} is not null end`,
    ),
    index('case_entries_case').on(t.caseId, t.at),
  ],
)

/** The measures against confusion that a release rests on (R2.2, R13.1): one package of a release. Append-only. */
export const releaseMeasures = pgTable('release_measures', {
  releaseId: text()
    .primaryKey()
    .references(() => releases.id),
  /** What the registrant must promise. */
  representation: text().notNull(),
  /** How its use is watched, and how often. */
  monitoring: text().notNull(),
  /** Who answers a government or country-code manager. */
  contact: text().notNull(),
  /** Where confusing use is reported. */
  reportTo: text().notNull(),
})
