import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { BackLink } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { clarificationsOfPlan } from '@/domain/clarifications/queries'
import { isUnderReview } from '@/domain/reviews/rules'
import { may } from '@/lib/access/policy'
import { processNow } from '@/lib/clock'
import { zoneName } from '@/lib/time/format-instant'
import { EnterLocalTime } from '../../../_parts/enter-local-time'
import { askApplicant } from '../../actions'

type Props = PageProps<'/admin/rounds/[roundId]/reviews/[applicationId]/clarification'>

const load = cache(async (roundId: string, applicationId: string) => {
  const person = await requirePerson()
  const found = await clarificationsOfPlan(person, { roundId, applicationId })
  if (!found || !isUnderReview(found.round.state) || may(person, 'clarification.ask') !== 'yes') notFound()
  return found
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { roundId, applicationId } = await params
  const { label } = await load(roundId, applicationId)
  return { title: `Ask the applicant for ${label}.org` }
}

/** A question to the applicant, with its deadline in the round's zone (R5.3). */
export default async function AskClarificationPage({ params, searchParams }: Props) {
  const { roundId, applicationId } = await params
  const { round, label, suggested } = await load(roundId, applicationId)
  const { suggestion } = await searchParams
  const chosen = suggested.find(({ id }) => id === suggestion)
  return (
    <div className="wrap page stack [--gap:1.5rem]">
      <BackLink href={`/admin/rounds/${roundId}/reviews/${applicationId}`}>Back to the plan</BackLink>
      <h1>
        Ask the applicant for <LabelName label={label} />
      </h1>
      <p className="lede">
        It gets a letter and answers in writing, once. The plan stays as it was submitted; its reviewers read
        question and answer beside it.
      </p>
      <Form action={askApplicant}>
        <input type="hidden" name="roundId" value={roundId} />
        <input type="hidden" name="applicationId" value={applicationId} />
        <input type="hidden" name="suggestionId" value={chosen?.id ?? ''} />
        <TextArea
          name="question"
          label="The question"
          hint="Ask for a fact. It must tell nothing of what the panel thinks of the plan."
          rows={5}
          maxLength={2000}
          defaultValue={chosen?.question}
        />
        <EnterLocalTime
          name="due"
          label={`To be answered before, in ${round.zone} (now ${zoneName(processNow(), round.zone)})`}
          local=""
          hint={
            <>
              At the latest <When at={round.reviewResultsAt} zone={round.zone} />, when the results are due.
            </>
          }
        />
        <div className="actions ruled">
          <SubmitButton busy="Sending">Send the question</SubmitButton>
        </div>
      </Form>
    </div>
  )
}
