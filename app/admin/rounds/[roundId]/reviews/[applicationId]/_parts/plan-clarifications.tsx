import { AskedAndAnswered } from '@/components/clarifications/asked-and-answered'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { clarificationsOfPlan } from '@/domain/clarifications/queries'
import { isUnderReview } from '@/domain/reviews/rules'
import type { Person } from '@/lib/access/actor'
import { may } from '@/lib/access/policy'
import { notAsked } from '../../actions'

/** What the applicant was asked about its plan, and what reviewers would like to be asked. */
export async function PlanClarifications({
  roundId,
  applicationId,
  person,
  zone,
}: {
  roundId: string
  applicationId: string
  person: Person
  zone: string
}) {
  const found = await clarificationsOfPlan(person, { roundId, applicationId })
  if (!found) return null
  const { round, asked, suggested } = found
  const asks = isUnderReview(round.state) && may(person, 'clarification.ask') === 'yes'
  if (!asks && asked.length === 0) return null
  const form = `/admin/rounds/${roundId}/reviews/${applicationId}/clarification`
  return (
    <section className="sec" id="clarifications">
      <SectionHead title="Clarifications" minor>
        Every reviewer of the plan reads them.
      </SectionHead>
      {asked.map((clarification) => (
        <article key={clarification.id} className="mt-4">
          <AskedAndAnswered clarification={clarification} zone={zone} />
        </article>
      ))}
      {suggested.map(({ id, question, suggestedAt }) => (
        <article key={id} className="mt-4">
          <p className="whitespace-pre-wrap">{question}</p>
          <p className="small muted">
            Suggested by a reviewer, <When at={suggestedAt} zone={zone} />
          </p>
          {asks && (
            <>
              <Button size="s" href={`${form}?suggestion=${id}`}>
                Send it<span className="sr-only">: {question.slice(0, 60)}</span>
              </Button>
              <details className="mt-3">
                <summary className="small">
                  Do not ask it<span className="sr-only">: {question.slice(0, 60)}</span>
                </summary>
                <Form action={notAsked}>
                  <input type="hidden" name="suggestionId" value={id} />
                  <input type="hidden" name="roundId" value={roundId} />
                  <TextArea
                    name="reason"
                    label="Why is it not asked?"
                    hint="The reviewer who suggested it reads this."
                    rows={2}
                    maxLength={1000}
                  />
                  <div className="actions">
                    <SubmitButton busy="Recording">Decline the suggestion</SubmitButton>
                  </div>
                </Form>
              </details>
            </>
          )}
        </article>
      ))}
      {asks && (
        <div className="actions mt-4">
          <Button href={form}>Ask the applicant</Button>
        </div>
      )}
    </section>
  )
}
