import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LabelName } from '@/components/labels/label-name'
import { BackLink } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { isUnderReview } from '@/domain/reviews/rules'
import { decline } from '../../actions'
import { loadReview } from '../load-review'

type Props = PageProps<'/review/[assignmentId]/decline'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { review } = await loadReview((await params).assignmentId)
  return { title: `Give ${review.label}.org back` }
}

/** Giving a plan back without a conflict of interest (R6.3). */
export default async function DeclinePage({ params }: Props) {
  const { review } = await loadReview((await params).assignmentId)
  if (review.stage === 'submitted' || !isUnderReview(review.round.state)) notFound()
  return (
    <div className="wrap page stack [--gap:1.5rem]">
      <BackLink href={`/review/${review.assignmentId}`}>Back to the plan</BackLink>
      <h1>
        Give <LabelName label={review.label} /> back
      </h1>
      <p className="lede">
        The plan closes to you, and somebody else reviews it. Say so early: the other reviewer needs the time
        that is left. What you wrote is kept and counts for nothing.
      </p>
      <p>
        If you know or work with the applicant,{' '}
        <a href={`/review/${review.assignmentId}${review.stage === 'gate' ? '' : '/conflict'}`}>
          declare a conflict of interest
        </a>{' '}
        instead.
      </p>
      <Form action={decline}>
        <input type="hidden" name="assignmentId" value={review.assignmentId} />
        <TextArea
          name="reason"
          label="Why do you give it back?"
          hint="The chair and the programme read it. Leave out what you think of the plan."
          rows={3}
          maxLength={1000}
        />
        <div className="actions ruled">
          <SubmitButton variant="danger" busy="Giving back">
            Give the plan back
          </SubmitButton>
        </div>
      </Form>
    </div>
  )
}
