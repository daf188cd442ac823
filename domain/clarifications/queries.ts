import { and, asc, eq, isNull } from 'drizzle-orm'
import { applications } from '@/db/schema/applications'
import { clarificationSuggestions, clarifications, declinedSuggestions } from '@/db/schema/clarifications'
import { lots, rounds } from '@/db/schema/rounds'
import { readOwn } from '@/domain/applications/read-own'
import { withoutConflictOf } from '@/domain/reviews/lock-application'
import { readOwn as readOwnReview } from '@/domain/reviews/queries'
import { query } from '@/lib/query'
import { readClarifications } from './read-clarifications'

/** The applicant's side: what the panel asked about its plan, and its answers. */
export const clarificationsOfApplication = query('applications.own', async ({ db, actor, input }) => {
  const own = await readOwn(db, actor, (input as { applicationId: string }).applicationId)
  return own && { ...own, clarifications: await readClarifications(db, own.application.id) }
})

/** The panel's side: what was asked, and what reviewers would like to be asked. None of it names a reviewer. */
export const clarificationsOfPlan = query('reviews.panel', async ({ db, actor, input }) => {
  const { roundId, applicationId } = input as { roundId: string; applicationId: string }
  const [found] = await db
    .select({ round: rounds, application: applications, label: lots.label })
    .from(applications)
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .innerJoin(lots, eq(lots.id, applications.lotId))
    .where(
      and(
        eq(applications.id, applicationId),
        eq(rounds.id, roundId),
        eq(applications.state, 'submitted'),
        withoutConflictOf(db, actor),
      ),
    )
  if (!found) return undefined
  const suggested = await db
    .select({
      id: clarificationSuggestions.id,
      question: clarificationSuggestions.question,
      suggestedAt: clarificationSuggestions.suggestedAt,
    })
    .from(clarificationSuggestions)
    .leftJoin(clarifications, eq(clarifications.suggestionId, clarificationSuggestions.id))
    .leftJoin(declinedSuggestions, eq(declinedSuggestions.suggestionId, clarificationSuggestions.id))
    .where(
      and(
        eq(clarificationSuggestions.applicationId, applicationId),
        isNull(clarifications.id),
        isNull(declinedSuggestions.suggestionId),
      ),
    )
    .orderBy(asc(clarificationSuggestions.suggestedAt))
  return { ...found, suggested, asked: await readClarifications(db, applicationId) }
})

/** The reviewer's side: the wishes of one's own for a plan, and whether they were sent, or why not. */
export const ownSuggestions = query('reviews.own', async ({ db, actor, input }) => {
  const [row] = await readOwnReview(db, actor, (input as { assignmentId: string }).assignmentId)
  if (!row?.declared) return undefined
  return db
    .select({
      id: clarificationSuggestions.id,
      question: clarificationSuggestions.question,
      suggestedAt: clarificationSuggestions.suggestedAt,
      askedAt: clarifications.askedAt,
      declined: declinedSuggestions.reason,
    })
    .from(clarificationSuggestions)
    .leftJoin(clarifications, eq(clarifications.suggestionId, clarificationSuggestions.id))
    .leftJoin(declinedSuggestions, eq(declinedSuggestions.suggestionId, clarificationSuggestions.id))
    .where(
      and(
        eq(clarificationSuggestions.applicationId, row.assignment.applicationId),
        eq(clarificationSuggestions.suggestedBy, actor.userId),
      ),
    )
    .orderBy(asc(clarificationSuggestions.suggestedAt))
})
