import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { assignments, conflictDeclarations, type DecisionOutcome, reviews } from '@/db/schema/reviews'
import { applicationStateWords } from '@/domain/applications/rules'
import { isUnderReview } from '@/domain/reviews/rules'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import type { Round } from '@/domain/rounds/lock-round'
import type { Person } from '@/lib/access/actor'
import { type Refusal, refuse } from '@/lib/errors'
import type { ToDecide } from './lock-for-decision'
import { type Hindrance, hindranceOf, outcomeWords } from './rules'

/** Refuses unless the outcome can be given to the application now, in the round's rules (R6.6, R6.7). */
export function requireDecidable(round: Round, plan: ToDecide, outcome: DecisionOutcome): void {
  if (!isUnderReview(round.state))
    throw refuse('round.wrong-state', { state: roundStateWords[round.state].toLowerCase() })
  const { reviewersPerPlan } = round.settings
  const hindrance = hindranceOf(outcome, plan.application.state, plan.panel, reviewersPerPlan)
  if (hindrance) throw refusals[hindrance](plan, outcomeWords[outcome].toLowerCase(), reviewersPerPlan)
}

const refusals: Record<Hindrance, (plan: ToDecide, outcome: string, needed: number) => Refusal> = {
  'wrong-state': ({ label, application }, outcome) =>
    refuse('decision.wrong-outcome', {
      label,
      outcome,
      state: applicationStateWords[application.state].toLowerCase(),
    }),
  'reviews-outstanding': ({ panel }) => refuse('review.outstanding', { count: panel.outstanding }),
  'reviews-missing': ({ label, panel }, _outcome, needed) =>
    refuse('decision.reviews-missing', { label, needed, submitted: panel.submitted }),
  undiscussed: ({ label }) => refuse('decision.undiscussed', { label }),
  'below-pass-line': ({ label }, outcome) =>
    refuse('decision.against-pass-line', { label, outcome, position: 'below' }),
  'above-pass-line': ({ label }, outcome) =>
    refuse('decision.against-pass-line', { label, outcome, position: 'at or above' }),
}

/** The approver reviewed none of the applications, is not assigned to one, and declared no conflict (R6.2, R6.7). */
export async function requireIndependent(
  tx: Tx,
  approver: Person,
  applicationIds: readonly string[],
): Promise<void> {
  const ids = [...applicationIds]
  await requireNoConflict(tx, approver, ids, 'decision.conflicted')
  const [own] = await tx
    .select({ id: assignments.id })
    .from(assignments)
    .leftJoin(reviews, eq(reviews.assignmentId, assignments.id))
    .where(
      and(
        eq(assignments.reviewerId, approver.userId),
        inArray(assignments.applicationId, ids),
        or(isNull(assignments.removedAt), isNotNull(reviews.submittedAt)),
      ),
    )
    .limit(1)
  if (own) throw refuse('decision.own-review')
}

/** Refuses with `code` whoever declared a conflict with one of the applications (R6.2). */
export async function requireNoConflict(
  tx: Tx,
  person: Person,
  applicationIds: readonly string[],
  code: 'decision.conflicted' | 'decision.release-conflicted',
): Promise<void> {
  const [conflict] = await tx
    .select()
    .from(conflictDeclarations)
    .where(
      and(
        eq(conflictDeclarations.reviewerId, person.userId),
        inArray(conflictDeclarations.applicationId, [...applicationIds]),
        eq(conflictDeclarations.state, 'declared'),
      ),
    )
    .limit(1)
  if (conflict) throw refuse(code)
}
