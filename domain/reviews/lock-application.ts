import { and, eq, ne, notExists } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { conflictDeclarations, decisions } from '@/db/schema/reviews'
import { lots, rounds } from '@/db/schema/rounds'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import type { Actor } from '@/lib/access/actor'
import { refuse } from '@/lib/errors'
import { isUnderReview } from './rules'

export type ReviewedApplication = {
  application: typeof applications.$inferSelect
  round: typeof rounds.$inferSelect
  label: string
  /** Whether the panel has decided on it; then its reviews are closed. */
  decided: boolean
}

/** An application the actor has declared no conflict with: a conflicted person finds nothing, whatever else they are. */
export function withoutConflictOf(db: Reader, actor: Actor) {
  if (actor.kind !== 'person') return undefined
  return notExists(
    db
      .select({ state: conflictDeclarations.state })
      .from(conflictDeclarations)
      .where(
        and(
          eq(conflictDeclarations.applicationId, applications.id),
          eq(conflictDeclarations.reviewerId, actor.userId),
          eq(conflictDeclarations.state, 'declared'),
        ),
      ),
  )
}

/**
 * A submitted application, locked, so that reviews and decisions of it come one after the other. Undefined for unknown
 * ids, drafts, and applications the actor has a conflict with. The round is locked first (shared), as everywhere.
 */
export async function lockApplication(
  tx: Tx,
  applicationId: string,
  actor: Actor,
): Promise<ReviewedApplication | undefined> {
  const wanted = and(
    eq(applications.id, applicationId),
    ne(applications.state, 'draft'),
    withoutConflictOf(tx, actor),
  )
  const [found] = await tx
    .select({ roundId: applications.roundId, label: lots.label })
    .from(applications)
    .innerJoin(lots, eq(lots.id, applications.lotId))
    .where(wanted)
  if (!found) return undefined
  const [round] = await tx.select().from(rounds).where(eq(rounds.id, found.roundId)).for('share')
  const [application] = await tx.select().from(applications).where(wanted).for('update')
  if (!round || !application) return undefined
  const decided = await tx.select().from(decisions).where(eq(decisions.applicationId, applicationId))
  return { application, round, label: found.label, decided: decided.length > 0 }
}

/** Refuses unless reviews of the application are open: round.wrong-state, application.wrong-state, review.closed. */
export function requireUnderReview({ application, round, decided }: ReviewedApplication): void {
  if (!isUnderReview(round.state))
    throw refuse('round.wrong-state', { state: roundStateWords[round.state].toLowerCase() })
  if (application.state !== 'submitted') throw refuse('application.wrong-state', { state: application.state })
  if (decided) throw refuse('review.closed')
}
