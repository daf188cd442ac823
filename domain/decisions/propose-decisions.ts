import { z } from 'zod'
import type { Tx } from '@/db/client'
import { decisionOutcomes, decisions } from '@/db/schema/reviews'
import { Id, Reason } from '@/domain/reviews/input'
import { formatHundredths } from '@/domain/reviews/rules'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { lockForDecision, type ToDecide } from './lock-for-decision'
import { requireDecidable, requireIndependent } from './require-decidable'
import { outcomeWords } from './rules'

/**
 * Decides on one or several applications of a round with one outcome and reason: proposed by the chair, approved by an
 * officer who reviewed none of them (R6.7). The score is stored as it stands at the approval; if it moved since the
 * proposal, the request is void.
 * Refuses: thing.not-found, round.wrong-state, decision.wrong-outcome, decision.reviews-missing, review.outstanding,
 * decision.undiscussed, decision.against-pass-line, decision.own-review, decision.conflicted.
 */
export const proposeDecisions = operation('decision.propose', {
  input: z.strictObject({
    roundId: Id,
    applicationIds: z
      .array(Id)
      .min(1, 'Choose at least one application.')
      .max(200, 'Choose at most 200 applications.')
      .refine((ids) => new Set(ids).size === ids.length, { error: 'An application stands here twice.' }),
    outcome: z.enum(decisionOutcomes, 'Choose the outcome.'),
    reason: Reason,
  }),
  subject: (tx, { roundId, applicationIds }, actor) => lockForDecision(tx, roundId, applicationIds, actor),
  async check({ tx, input, subject, approver }) {
    for (const plan of subject.plans) requireDecidable(subject.round, plan, input.outcome)
    if (approver) await requireIndependent(tx, approver, input.applicationIds)
  },
  secondPerson({ outcome, reason }, { round, plans }) {
    const only = plans.length === 1 ? plans[0]! : undefined
    const word = outcomeWords[outcome].toLowerCase()
    return {
      object: only?.application.id ?? round.id,
      summary: `${only ? `${only.label}.org, ${only.application.reference}` : `${plans.length} applications`} of ${round.name}: ${word}.`,
      typed: `${only?.label ?? plans.length} ${word}`,
      changes: plans.map((plan) => ({
        what: `${plan.label}.org, ${plan.application.reference}`,
        before: plan.decision ? outcomeWords[plan.decision.outcome] : 'Not decided',
        after: outcomeWords[outcome] + scoreWords(plan),
      })),
      reason,
      fingerprint: plans.map(({ application, panel, decision }) => ({
        application: application.id,
        version: application.currentVersionId,
        score: panel.score.scoreHundredths,
        byCriterion: panel.score.byCriterion,
        before: decision?.outcome ?? null,
      })),
    }
  },
  async run({ tx, actor, approver, at, input: { outcome, reason }, subject: { round, plans } }) {
    if (actor.kind !== 'person' || !approver) throw refuse('access.denied')
    const by = { proposedBy: actor.userId, approvedBy: approver.userId, decidedAt: at }
    for (const plan of plans) await storeDecision(tx, round.id, plan, { outcome, reason, ...by })
    return {
      result: { decided: plans.length },
      audit: {
        object: round.id,
        facts: { outcome, applications: plans.map(({ application }) => application.id) },
      },
    }
  },
})

function scoreWords({ panel }: ToDecide): string {
  const { scoreHundredths } = panel.score
  return scoreHundredths === null ? '' : `, ${formatHundredths(scoreHundredths)} of 100`
}

async function storeDecision(
  tx: Tx,
  roundId: string,
  { application, panel }: ToDecide,
  decided: Pick<
    typeof decisions.$inferInsert,
    'outcome' | 'reason' | 'proposedBy' | 'approvedBy' | 'decidedAt'
  >,
): Promise<void> {
  const { scoreHundredths, byCriterion } = panel.score
  const values = { ...decided, scoreHundredths, byCriterion }
  await tx
    .insert(decisions)
    .values({ applicationId: application.id, roundId, ...values })
    .onConflictDoUpdate({ target: decisions.applicationId, set: values })
}
