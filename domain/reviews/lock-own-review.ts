import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { assignments, conflictDeclarations, reviews } from '@/db/schema/reviews'
import type { Actor } from '@/lib/access/actor'
import { refuse } from '@/lib/errors'
import { lockApplication, type ReviewedApplication, requireUnderReview } from './lock-application'

export type OwnReview = ReviewedApplication & {
  assignment: typeof assignments.$inferSelect
  conflict: (typeof conflictDeclarations.$inferSelect)['state']
  /** There once the reviewer has declared to have no conflict. */
  review: typeof reviews.$inferSelect | undefined
}

/** One of the actor's own assignments, locked; undefined for foreign, removed and unknown ones alike (R6.2). */
export async function lockOwnReview(
  tx: Tx,
  assignmentId: string,
  actor: Actor,
): Promise<OwnReview | undefined> {
  if (actor.kind !== 'person') return undefined
  const own = and(
    eq(assignments.id, assignmentId),
    eq(assignments.reviewerId, actor.userId),
    isNull(assignments.removedAt),
  )
  const [found] = await tx.select().from(assignments).where(own)
  const reviewed = found && (await lockApplication(tx, found.applicationId, actor))
  if (!reviewed) return undefined
  const [assignment] = await tx.select().from(assignments).where(own)
  const [conflict] = await tx
    .select()
    .from(conflictDeclarations)
    .where(
      and(
        eq(conflictDeclarations.reviewerId, actor.userId),
        eq(conflictDeclarations.applicationId, reviewed.application.id),
      ),
    )
  const [review] = await tx.select().from(reviews).where(eq(reviews.assignmentId, assignmentId))
  return assignment && { ...reviewed, assignment, conflict: conflict?.state ?? 'not-asked', review }
}

/**
 * The sheet, if it may be written with these contents now.
 * Refuses: round.wrong-state, application.wrong-state, review.closed, review.conflict-undeclared, review.submitted,
 * review.plan-changed, and input.invalid for a criterion the round does not judge.
 */
export function requireWritable(
  subject: OwnReview,
  input: { planVersionId: string; scores: readonly { criterion: string }[] },
): typeof reviews.$inferSelect {
  const { review, round, application } = subject
  requireUnderReview(subject)
  if (!review || subject.conflict !== 'none') throw refuse('review.conflict-undeclared')
  if (review.state === 'submitted') throw refuse('review.submitted')
  if (input.planVersionId !== application.currentVersionId) throw refuse('review.plan-changed')
  const unknown = input.scores.findIndex(
    ({ criterion }) => !round.settings.rubric.some(({ id }) => id === criterion),
  )
  if (unknown >= 0)
    throw refuse('input.invalid', {}, { [`scores.${unknown}.criterion`]: 'This round does not judge this.' })
  return review
}
