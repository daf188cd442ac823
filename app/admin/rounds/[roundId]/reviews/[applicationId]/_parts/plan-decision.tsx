import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { SectionHead } from '@/components/ui/section-head'
import type { DecisionOutcome } from '@/db/schema/reviews'
import type { rounds } from '@/db/schema/rounds'
import { type Hindrance, hindranceOf, outcomeWords } from '@/domain/decisions/rules'
import type { LadderPlan } from '@/domain/reviews/read-ladder'
import { isUnderReview } from '@/domain/reviews/rules'

const hindranceWords: Record<Hindrance, string> = {
  'wrong-state': '',
  'reviews-outstanding': 'Assigned reviews are not submitted yet.',
  'reviews-missing': 'The plan has fewer reviews than the round promises.',
  undiscussed: 'A disagreement must be discussed first.',
  'below-pass-line': '',
  'above-pass-line': '',
}

/** How the plan was decided, and what can be proposed now. */
export function PlanDecision({
  plan,
  round,
  proposes,
  zone,
}: {
  plan: LadderPlan
  round: typeof rounds.$inferSelect
  proposes: boolean
  zone: string
}) {
  const { decision, panel } = plan
  const { reviewersPerPlan } = round.settings
  const hindrance = (outcome: DecisionOutcome) =>
    panel ? hindranceOf(outcome, plan.state, panel, reviewersPerPlan) : 'reviews-outstanding'
  const outcomes = (Object.keys(outcomeWords) as DecisionOutcome[]).filter((one) => hindrance(one) === null)
  const waiting = hindranceWords[hindrance('qualified') ?? 'wrong-state']
  return (
    <section className="stack sec">
      <SectionHead title="Decision" minor />
      {decision ? (
        <p>
          <b>{outcomeWords[decision.outcome]}</b>, decided <When at={decision.decidedAt} zone={zone} />
          {decision.releasedAt ? ', released.' : ', not released yet.'}
          <br />
          <span className="soft">{decision.reason}</span>
        </p>
      ) : (
        <p className="soft">Not decided. {waiting}</p>
      )}
      {proposes && isUnderReview(round.state) && (
        <div className="actions">
          {outcomes
            .filter((outcome) => outcome !== decision?.outcome)
            .map((outcome) => (
              <Button
                key={outcome}
                variant={outcome === plan.likely && !decision ? 'primary' : 'default'}
                href={`/admin/rounds/${round.id}/reviews/decisions/propose?outcome=${outcome}&application=${plan.applicationId}`}
              >
                Propose: {outcomeWords[outcome].toLowerCase()}
              </Button>
            ))}
        </div>
      )}
    </section>
  )
}
