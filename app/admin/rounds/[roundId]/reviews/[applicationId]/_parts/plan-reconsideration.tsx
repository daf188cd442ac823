import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { rounds } from '@/db/schema/rounds'
import { reconsideredWords, scoreAfter } from '@/domain/reconsiderations/rules'
import type { LadderPlan } from '@/domain/reviews/read-ladder'
import { formatHundredths } from '@/domain/reviews/rules'
import type { Person } from '@/lib/access/actor'
import { may } from '@/lib/access/policy'
import { askToReconsider } from '../../actions'

/** The applicant’s request to decide again, and what two people who did not decide before make of it (R6.7). */
export function PlanReconsideration({
  plan,
  round,
  person,
  zone,
}: {
  plan: LadderPlan
  round: typeof rounds.$inferSelect
  person: Person
  zone: string
}) {
  const { decision, reconsideration: asked } = plan
  if (!asked || !decision) return null
  const decidedBefore = [decision.proposedBy, decision.approvedBy].includes(person.userId)
  return (
    <section className="stack sec">
      <SectionHead title="Reconsideration" minor>
        {asked.outcome ? reconsideredWords[asked.outcome] : 'To be decided'}
      </SectionHead>
      <blockquote className="soft whitespace-pre-line">{asked.grounds}</blockquote>
      <p className="small muted">
        Asked for by the applicant <When at={asked.requestedAt} zone={zone} />.
      </p>
      {asked.decidedAt ? (
        <p>
          {asked.reason}
          <br />
          <span className="small muted">
            Decided <When at={asked.decidedAt} zone={zone} />.
          </span>
        </p>
      ) : decidedBefore ? (
        <p>You took part in the first decision, so two others decide on this.</p>
      ) : (
        may(person, 'reconsideration.decide') === 'yes' && <Decide plan={plan} round={round} />
      )}
    </section>
  )
}

function Decide({ plan, round }: { plan: LadderPlan; round: typeof rounds.$inferSelect }) {
  const score = scoreAfter(plan.decision!.scoreHundredths, round.settings.passLineHundredths)
  const open = round.state === 'qualified'
  return (
    <Form action={askToReconsider}>
      <input type="hidden" name="applicationId" value={plan.applicationId} />
      <RadioGroup
        name="outcome"
        label="What do you decide?"
        options={[
          { value: 'upheld', label: reconsideredWords.upheld },
          {
            value: 'qualified',
            label: reconsideredWords.qualified,
            hint: open
              ? `It may bid, with a score of ${formatHundredths(score)}. The round’s scores are frozen anew.`
              : 'No longer possible: bidding is not still to open.',
            disabled: !open,
          },
        ]}
      />
      <TextArea
        name="reason"
        label="Reason"
        hint="It stands in the applicant’s letter. Answer what the applicant says."
        rows={5}
        maxLength={4000}
      />
      <div className="actions ruled">
        <SubmitButton icon="users">Ask a second officer to approve</SubmitButton>
      </div>
    </Form>
  )
}
