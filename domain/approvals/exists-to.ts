import { and, eq, isNull, notExists, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { assignments, conflictDeclarations, reviews } from '@/db/schema/reviews'
import { approvals } from '@/db/schema/system'

/** A request about an application: about one, several, or all of a round, whose outcomes a request to release them lists. */
const isAbout = or(
  sql`${approvals.input} -> 'applicationIds' @> to_jsonb(${applications.id})`,
  sql`${approvals.input} ->> 'applicationId' = ${applications.id}`,
  and(
    eq(approvals.operation, 'decision.release'),
    sql`${approvals.input} ->> 'roundId' = ${applications.roundId}`,
  ),
)

/**
 * Requests that exist for a person: none about an application that it declared a conflict with (R6.2), nor, while its own
 * review of one is not submitted, about that one, whose score they tell (R6.4).
 */
export function existsTo(db: Reader, { userId }: { userId: string }): SQL | undefined {
  const conflicts = db
    .select({ state: conflictDeclarations.state })
    .from(conflictDeclarations)
    .innerJoin(applications, eq(applications.id, conflictDeclarations.applicationId))
    .where(
      and(eq(conflictDeclarations.reviewerId, userId), eq(conflictDeclarations.state, 'declared'), isAbout),
    )
  const toReview = db
    .select({ id: assignments.id })
    .from(assignments)
    .innerJoin(applications, eq(applications.id, assignments.applicationId))
    .leftJoin(reviews, and(eq(reviews.assignmentId, assignments.id), eq(reviews.state, 'submitted')))
    .where(
      and(eq(assignments.reviewerId, userId), isNull(assignments.removedAt), isNull(reviews.id), isAbout),
    )
  return and(notExists(conflicts), notExists(toReview))
}
