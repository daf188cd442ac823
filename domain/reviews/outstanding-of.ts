import { and, asc, eq, isNull, ne, or } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { assignments, decisions, reviews } from '@/db/schema/reviews'
import { lots, rounds } from '@/db/schema/rounds'
import type { Person } from '@/lib/access/actor'
import { withoutConflictOf } from './lock-application'

/**
 * The undecided plans of a round that a reviewer has and has not submitted, by name; without those the actor has a
 * conflict with (R6.2).
 */
export function outstandingOf(db: Reader, actor: Person, roundId: string, reviewerId: string) {
  return db
    .select({
      assignmentId: assignments.id,
      applicationId: applications.id,
      reference: applications.reference,
      label: lots.label,
      draft: reviews.draft,
      round: rounds,
    })
    .from(assignments)
    .innerJoin(applications, eq(applications.id, assignments.applicationId))
    .innerJoin(lots, eq(lots.id, applications.lotId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .leftJoin(reviews, eq(reviews.assignmentId, assignments.id))
    .leftJoin(decisions, eq(decisions.applicationId, applications.id))
    .where(
      and(
        eq(applications.roundId, roundId),
        eq(applications.state, 'submitted'),
        eq(assignments.reviewerId, reviewerId),
        isNull(assignments.removedAt),
        isNull(decisions.applicationId),
        or(isNull(reviews.id), ne(reviews.state, 'submitted')),
        withoutConflictOf(db, actor),
      ),
    )
    .orderBy(asc(lots.label), asc(applications.id))
}
