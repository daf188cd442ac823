import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { roles, users } from '@/db/schema/people'
import { assignments, conflictDeclarations } from '@/db/schema/reviews'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { conflictDetector } from './detect-conflict'
import { Id } from './input'
import { assignedLetter } from './letters'
import { lockApplication, requireUnderReview } from './lock-application'

/**
 * Gives a plan to a reviewer. Who has declared a conflict, or acts for the applicant, cannot be assigned; likely
 * conflicts are noted, and the reviewer is asked before seeing the plan (R6.2).
 * Refuses: thing.not-found, round.wrong-state, application.wrong-state, review.closed, reviewer.not-a-reviewer,
 * reviewer.conflicted, reviewer.assigned.
 */
export const assignReviewer = operation('review.assign', {
  input: z.strictObject({ applicationId: Id, reviewerId: Id }),
  subject: (tx, { applicationId }, actor) => lockApplication(tx, applicationId, actor),
  check: ({ subject }) => requireUnderReview(subject),
  async run({ tx, at, input: { applicationId, reviewerId }, subject: { application, round } }) {
    const reviewer = await readReviewer(tx, reviewerId)
    if (!reviewer) throw refuse('reviewer.not-a-reviewer')
    const key = { applicationId, reviewerId }
    const [known] = await tx
      .select()
      .from(conflictDeclarations)
      .where(
        and(
          eq(conflictDeclarations.applicationId, applicationId),
          eq(conflictDeclarations.reviewerId, reviewerId),
        ),
      )
    const detect = await conflictDetector(tx, round.id, [application.organisationId])
    const { grounds, member } = detect(reviewer, application.organisationId)
    if (known?.state === 'declared' || member) throw refuse('reviewer.conflicted')
    const assignmentId = newId('asg', at)
    await tx.insert(assignments).values({ id: assignmentId, ...key, assignedAt: at })
    const asked = { state: 'not-asked' as const, detected: grounds.join('; '), declaredAt: null }
    await tx
      .insert(conflictDeclarations)
      .values({ ...key, ...asked })
      .onConflictDoUpdate({
        target: [conflictDeclarations.reviewerId, conflictDeclarations.applicationId],
        set: asked,
      })
    return {
      result: { assignmentId },
      audit: { object: applicationId, facts: { assignmentId, reviewerId, detected: grounds.length } },
      letters: [assignedLetter(reviewer, assignmentId, round)],
    }
  },
})

/** An active person who holds the role now. */
async function readReviewer(tx: Tx, userId: string) {
  const [person] = await tx
    .select({ userId: users.id, name: users.name, email: users.email })
    .from(users)
    .innerJoin(roles, eq(roles.userId, users.id))
    .where(
      and(
        eq(users.id, userId),
        eq(users.status, 'active'),
        eq(roles.role, 'reviewer'),
        isNull(roles.revokedAt),
      ),
    )
  return person
}
