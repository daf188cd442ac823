import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { LabelName } from '@/components/labels/label-name'
import { BackLink } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { outstandingOfReviewer } from '@/domain/reviews/panel-queries'
import { isUnderReview, reviewProgressWords } from '@/domain/reviews/rules'
import { may } from '@/lib/access/policy'
import { takeBack } from '../../actions'

type Props = PageProps<'/admin/rounds/[roundId]/reviews/take-back/[reviewerId]'>

export const metadata: Metadata = { title: 'Take plans back' }

/** What a reviewer has not submitted, by name, before it is taken back (R6.3). */
export default async function TakeBackPage({ params }: Props) {
  const person = await requirePerson()
  const { roundId, reviewerId } = await params
  const found = await outstandingOfReviewer(person, { roundId, reviewerId })
  if (!found) notFound()
  const { round, reviewer, plans } = found
  const takes = isUnderReview(round.state) && may(person, 'review.take-back') === 'yes'
  return (
    <div className="wrap page stack [--gap:1.5rem]">
      <BackLink href={`/admin/rounds/${roundId}/reviews`}>All plans</BackLink>
      <h1>Take plans back from {reviewer}</h1>
      {plans.length === 0 ? (
        <EmptyState title="Nothing to take back">
          {reviewer} has submitted every review, or has no plan in this round.
        </EmptyState>
      ) : (
        <>
          <p className="lede">
            {plans.length === 1
              ? `One plan is not submitted. It closes to ${reviewer}, who gets a letter.`
              : `${plans.length} plans are not submitted. They close to ${reviewer}, who gets a letter.`}{' '}
            What was written is kept and counts for nothing; submitted reviews stand. Then compute an
            assignment to find somebody else.
          </p>
          <ul>
            {plans.map(({ assignmentId, label, reference, progress }) => (
              <li key={assignmentId} className="task">
                <span>
                  <LabelName label={label} /> <span className="small muted mono">{reference}</span>
                </span>
                <span className="small">{reviewProgressWords[progress]}</span>
              </li>
            ))}
          </ul>
          {takes && (
            <Form action={takeBack}>
              <input type="hidden" name="roundId" value={roundId} />
              <input type="hidden" name="reviewerId" value={reviewerId} />
              {plans.map(({ assignmentId }) => (
                <input key={assignmentId} type="hidden" name="assignment" value={assignmentId} />
              ))}
              <div className="actions ruled">
                <SubmitButton variant="danger" busy="Taking back">
                  {plans.length === 1 ? 'Take this plan back' : `Take these ${plans.length} plans back`}
                </SubmitButton>
              </div>
            </Form>
          )}
        </>
      )}
    </div>
  )
}
