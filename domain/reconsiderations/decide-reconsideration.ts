import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { reconsiderations } from '@/db/schema/reviews'
import { lockForDecision } from '@/domain/decisions/lock-for-decision'
import { overturnDecision } from '@/domain/decisions/overturn-decision'
import { requireIndependent } from '@/domain/decisions/require-decidable'
import { hindranceOf, outcomeWords } from '@/domain/decisions/rules'
import { Id, Reason } from '@/domain/reviews/input'
import { formatHundredths } from '@/domain/reviews/rules'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import { lockRound } from '@/domain/rounds/lock-round'
import type { Actor, Person } from '@/lib/access/actor'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { decidedLetters } from './letters'
import { reconsideredWords, scoreAfter } from './rules'

type Reconsideration = NonNullable<Awaited<ReturnType<typeof lockRequest>>>

/**
 * Decides again on an application, by two people who did not decide before, reviewed nothing of it and have no conflict
 * (R6.7). `qualified` lets it into the bidding, and freezes the round's scores anew, while bidding is still to open.
 * Refuses: thing.not-found, reconsideration.decided, reconsideration.decided-before, reconsideration.bidding-open,
 * reconsideration.not-reviewed, decision.own-review, decision.conflicted.
 */
export const decideReconsideration = operation('reconsideration.decide', {
  input: z.strictObject({
    applicationId: Id,
    outcome: z.enum(['upheld', 'qualified'], 'Choose what you decide.'),
    reason: Reason,
  }),
  subject: (tx, { applicationId }, actor) => lockRequest(tx, applicationId, actor),
  async check({ tx, actor, approver, input, subject }) {
    if (subject.asked.decidedAt) throw refuse('reconsideration.decided')
    if (input.outcome === 'qualified') requireAdmissible(subject)
    for (const person of [actor, approver])
      if (person?.kind === 'person') await requireNewToIt(tx, person, subject)
  },
  secondPerson({ outcome, reason }, { round, plan, asked }) {
    const passing = scoreAfter(plan.decision.scoreHundredths, round.settings.passLineHundredths)
    return {
      object: plan.application.id,
      summary: `Reconsideration of ${plan.label}.org, ${plan.application.reference}: ${reconsideredWords[outcome].toLowerCase()}.`,
      typed: `${plan.label} ${outcome}`,
      changes: [
        {
          what: `${plan.label}.org, ${plan.application.reference}`,
          before: outcomeWords[plan.decision.outcome],
          after:
            outcome === 'upheld'
              ? `${outcomeWords[plan.decision.outcome]}, as before`
              : `Qualified, with a score of ${formatHundredths(passing)}`,
        },
        { what: 'The applicant says', before: '', after: asked.grounds },
      ],
      reason,
      fingerprint: {
        outcome: plan.decision.outcome,
        score: plan.decision.scoreHundredths,
        state: round.state,
      },
    }
  },
  async run({ tx, actor, approver, at, input: { outcome, reason }, subject: { round, plan } }) {
    if (actor.kind !== 'person' || !approver) throw refuse('access.denied')
    const { application, label } = plan
    const by = { proposedBy: actor.userId, approvedBy: approver.userId, decidedAt: at }
    await tx
      .update(reconsiderations)
      .set({ outcome, reason, ...by })
      .where(eq(reconsiderations.applicationId, application.id))
    const scoresHash =
      outcome === 'qualified' ? await overturnDecision(tx, round, plan.decision) : round.scoresHash
    return {
      result: { roundId: round.id, applicationId: application.id },
      audit: { object: application.id, facts: { outcome, scoresHash } },
      announce: [topics.round(round.id)],
      letters: await decidedLetters(tx, { application, label, round, outcome, reason }),
    }
  },
})

/** The round is locked whole before its application: its frozen scores may change. */
async function lockRequest(tx: Tx, applicationId: string, actor: Actor) {
  const [found] = await tx
    .select({ roundId: applications.roundId })
    .from(applications)
    .where(eq(applications.id, applicationId))
  if (!found || !(await lockRound(tx, found.roundId))) return undefined
  const locked = await lockForDecision(tx, found.roundId, [applicationId], actor)
  const [asked] = await tx
    .select()
    .from(reconsiderations)
    .where(eq(reconsiderations.applicationId, applicationId))
  const [plan] = locked?.plans ?? []
  if (!locked || !asked || !plan?.decision) return undefined
  return { round: locked.round, plan: { ...plan, decision: plan.decision }, asked }
}

function requireAdmissible({ round, plan }: Reconsideration): void {
  if (round.state !== 'qualified')
    throw refuse('reconsideration.bidding-open', { state: roundStateWords[round.state].toLowerCase() })
  const { reviewersPerPlan } = round.settings
  const ineligible = plan.decision.outcome === 'ineligible'
  if (ineligible && hindranceOf('qualified', plan.application.state, plan.panel, reviewersPerPlan))
    throw refuse('reconsideration.not-reviewed')
}

async function requireNewToIt(tx: Tx, person: Person, { plan }: Reconsideration): Promise<void> {
  const { proposedBy, approvedBy } = plan.decision
  if ([proposedBy, approvedBy].includes(person.userId)) throw refuse('reconsideration.decided-before')
  await requireIndependent(tx, person, [plan.application.id])
}
