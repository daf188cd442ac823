import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { applications } from '@/db/schema/applications'
import { assignments, conflictDeclarations } from '@/db/schema/reviews'
import type { Round } from '@/domain/rounds/lock-round'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Letter } from '@/lib/mail'
import { conflictDetector, type Someone } from './detect-conflict'
import { assignedLetter } from './letters'
import { readSeen } from './read-seen'

/**
 * Gives a locked plan to a reviewer, whose conflict question is open from now on: asked before the plan is seen, with
 * the signs of a conflict noted (R6.2). Refuses: reviewer.conflicted, reviewer.has-seen, reviewer.assigned.
 */
export async function placeAssignment(
  tx: Tx,
  at: Date,
  round: Round,
  application: Pick<typeof applications.$inferSelect, 'id' | 'organisationId'>,
  reviewer: Someone,
): Promise<{ assignmentId: string; detected: number; letter: Letter }> {
  const key = { applicationId: application.id, reviewerId: reviewer.userId }
  const [known] = await tx
    .select()
    .from(conflictDeclarations)
    .where(
      and(
        eq(conflictDeclarations.applicationId, key.applicationId),
        eq(conflictDeclarations.reviewerId, key.reviewerId),
      ),
    )
  const detect = await conflictDetector(tx, round.id, [application.organisationId])
  const { grounds, member } = detect(reviewer, application.organisationId)
  if (known?.state === 'declared' || member) throw refuse('reviewer.conflicted')
  if (await hasSeen(tx, key)) throw refuse('reviewer.has-seen')
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
  return { assignmentId, detected: grounds.length, letter: assignedLetter(reviewer, assignmentId, round) }
}

/** Who reads it now is refused as assigned already, whatever else they see. */
async function hasSeen(tx: Tx, key: { applicationId: string; reviewerId: string }): Promise<boolean> {
  const seen = await readSeen(tx, [key.applicationId])
  if (!seen.has(`${key.applicationId} ${key.reviewerId}`)) return false
  const standing = await tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(
      and(
        eq(assignments.applicationId, key.applicationId),
        eq(assignments.reviewerId, key.reviewerId),
        isNull(assignments.removedAt),
      ),
    )
  return standing.length === 0
}
