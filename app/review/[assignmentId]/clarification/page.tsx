import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { BackLink } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { ownSuggestions } from '@/domain/clarifications/queries'
import { viewerZone } from '@/lib/time/viewer-zone'
import { suggest } from '../../actions'
import { loadReview } from '../load-review'

type Props = PageProps<'/review/[assignmentId]/clarification'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { review } = await loadReview((await params).assignmentId)
  return { title: `Have the applicant for ${review.label}.org asked` }
}

/** What a reviewer would like the applicant to be asked; the chair or an officer sends it (R5.3). */
export default async function SuggestClarificationPage({ params }: Props) {
  const { person, review } = await loadReview((await params).assignmentId)
  const { assignmentId, label } = review
  const suggested = review.stage === 'gate' ? undefined : await ownSuggestions(person, { assignmentId })
  if (review.stage === 'gate' || !suggested || !review.open) notFound()
  const zone = await viewerZone()
  return (
    <div className="wrap page stack [--gap:1.5rem]">
      <BackLink href={`/review/${assignmentId}`}>Back to the plan</BackLink>
      <h1>
        Have the applicant for <LabelName label={label} /> asked
      </h1>
      <p className="lede">
        The chair or an officer sends the question, with a deadline. Everybody who reviews the plan reads
        question and answer; nobody reads that it was your wish.
      </p>
      <Form action={suggest}>
        <input type="hidden" name="assignmentId" value={assignmentId} />
        <TextArea
          name="question"
          label="What should be asked?"
          hint="Ask for a fact. Leave out what you think of the plan."
          rows={4}
          maxLength={2000}
        />
        <div className="actions ruled">
          <SubmitButton busy="Handing in">Hand it to the chair</SubmitButton>
        </div>
      </Form>
      {suggested.length > 0 && (
        <section>
          <SectionHead minor title="Your suggestions" />
          {suggested.map(({ id, question, suggestedAt, askedAt, declined }) => (
            <p key={id} className="mt-4">
              {question}
              <br />
              <span className="small muted">
                {askedAt ? (
                  <>
                    Asked <When at={askedAt} zone={zone} />
                  </>
                ) : declined !== null ? (
                  <>Not asked: {declined}</>
                ) : (
                  <>
                    Handed in <When at={suggestedAt} zone={zone} />, not sent yet
                  </>
                )}
              </span>
            </p>
          ))}
        </section>
      )}
    </div>
  )
}
