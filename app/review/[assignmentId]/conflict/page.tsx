import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LabelName } from '@/components/labels/label-name'
import { BackLink } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { answerConflict } from '../../actions'
import { loadReview } from '../load-review'

type Props = PageProps<'/review/[assignmentId]/conflict'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { review } = await loadReview((await params).assignmentId)
  return { title: `Conflict of interest, ${review.label}.org` }
}

/** A conflict that shows while reading (R6.2). */
export default async function LateConflictPage({ params }: Props) {
  const { review } = await loadReview((await params).assignmentId)
  if (review.stage === 'gate' || !review.open) notFound()
  return (
    <div className="wrap page stack [--gap:1.5rem]">
      <BackLink href={`/review/${review.assignmentId}`}>Back to the plan</BackLink>
      <h1>
        Conflict of interest: <LabelName label={review.label} />
      </h1>
      <p className="lede">
        The plan closes to you and goes to somebody else. Scores you gave for it count for nothing. This
        cannot be taken back.
      </p>
      <Form action={answerConflict}>
        <input type="hidden" name="assignmentId" value={review.assignmentId} />
        <input type="hidden" name="state" value="declared" />
        <TextArea
          name="nature"
          label="What is your conflict of interest?"
          hint="The panel reads it."
          rows={3}
          maxLength={1000}
        />
        <div className="actions ruled">
          <SubmitButton variant="danger" busy="Recording">
            Declare it and leave the plan
          </SubmitButton>
        </div>
      </Form>
    </div>
  )
}
