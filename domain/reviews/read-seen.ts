import { and, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { roles } from '@/db/schema/people'
import { assignments, reviews } from '@/db/schema/reviews'
import { readPolicy } from '@/lib/access/policy'

/**
 * Who could have read somebody else's scores of a plan, as `plan person`: whoever sees panels, or did when one of its
 * reviews was in. Such a review would not be independent (R6.4), so nobody assigns it to them, nor back to them.
 */
export async function readSeen(db: Reader, applicationIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ applicationId: assignments.applicationId, userId: roles.userId })
    .from(assignments)
    .innerJoin(reviews, and(eq(reviews.assignmentId, assignments.id), eq(reviews.state, 'submitted')))
    .innerJoin(
      roles,
      and(
        inArray(roles.role, readPolicy['reviews.panel']),
        ne(roles.userId, assignments.reviewerId),
        or(isNull(roles.revokedAt), gt(roles.revokedAt, reviews.submittedAt)),
      ),
    )
    .where(inArray(assignments.applicationId, [...applicationIds]))
  return new Set(rows.map(({ applicationId, userId }) => `${applicationId} ${userId}`))
}
