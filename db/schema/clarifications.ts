import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { applications, planVersions } from './applications'
import { id, instant } from './columns'
import { users } from './people'

/** A question that a reviewer would like the applicant to be asked; a chair or an officer sends it, or not. Append-only. */
export const clarificationSuggestions = pgTable(
  'clarification_suggestions',
  {
    id: id(),
    applicationId: text()
      .notNull()
      .references(() => applications.id),
    suggestedBy: text()
      .notNull()
      .references(() => users.id),
    question: text().notNull(),
    suggestedAt: instant().notNull(),
  },
  (t) => [index('clarification_suggestions_application').on(t.applicationId)],
)

/** A wish that is not sent, with the reason, which its reviewer reads. Append-only. */
export const declinedSuggestions = pgTable('declined_suggestions', {
  suggestionId: text()
    .primaryKey()
    .references(() => clarificationSuggestions.id),
  reason: text().notNull(),
  declinedBy: text()
    .notNull()
    .references(() => users.id),
  declinedAt: instant().notNull(),
})

/** A question to an applicant about one version of its plan, to be answered before an instant (R5.3). Append-only. */
export const clarifications = pgTable(
  'clarifications',
  {
    id: id(),
    applicationId: text()
      .notNull()
      .references(() => applications.id),
    planVersionId: text()
      .notNull()
      .references(() => planVersions.id),
    question: text().notNull(),
    suggestionId: text()
      .references(() => clarificationSuggestions.id)
      .unique('clarifications_suggestion_key'),
    askedBy: text()
      .notNull()
      .references(() => users.id),
    askedAt: instant().notNull(),
    dueAt: instant().notNull(),
  },
  (t) => [index('clarifications_application').on(t.applicationId)],
)

/** A later deadline of a question, given back after a suspension of the round; the last one counts. Append-only. */
export const clarificationDelays = pgTable(
  'clarification_delays',
  {
    clarificationId: text()
      .notNull()
      .references(() => clarifications.id),
    dueAt: instant().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.clarificationId, t.at] })],
)

/** The one answer to a clarification. The plan itself stays as it was submitted. Append-only. */
export const clarificationAnswers = pgTable('clarification_answers', {
  clarificationId: text()
    .primaryKey()
    .references(() => clarifications.id),
  answer: text().notNull(),
  answeredBy: text()
    .notNull()
    .references(() => users.id),
  /** When the server began to receive it: what counts against the deadline. */
  receivedAt: instant().notNull(),
  answeredAt: instant().notNull(),
})
