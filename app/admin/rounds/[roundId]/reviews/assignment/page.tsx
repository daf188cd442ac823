import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { EmptyState } from '@/components/ui/empty-state'
import { assignmentBoard } from '@/domain/reviews/board-queries'
import { isUnderReview } from '@/domain/reviews/rules'
import { may } from '@/lib/access/policy'
import { AssignmentBoard } from '../_parts/assignment-board'
import { ReviewsHead } from '../_parts/reviews-head'
import { assign, unassign } from '../actions'

type Props = PageProps<'/admin/rounds/[roundId]/reviews/assignment'>

export const metadata: Metadata = { title: 'Assignment of reviewers' }

export default async function AssignmentPage({ params }: Props) {
  const person = await requirePerson()
  const board = await assignmentBoard(person, { roundId: (await params).roundId })
  if (!board) notFound()
  const { round, phase, reviewers, plans } = board
  return (
    <div className="wrap page stack">
      <ReviewsHead round={round} phase={phase} current="assignment" />
      <p className="soft">
        Each plan needs {round.settings.reviewersPerPlan} reviewers. Who has declared a conflict, or acts for
        the applicant, cannot be assigned; likely conflicts are marked, and the reviewer is asked first.
      </p>
      {plans.length === 0 || reviewers.length === 0 ? (
        <EmptyState title={plans.length === 0 ? 'No plans to assign' : 'No reviewers'}>
          {plans.length === 0
            ? 'Plans appear here once applications are closed.'
            : 'Grant somebody the reviewer’s role first.'}
        </EmptyState>
      ) : (
        <AssignmentBoard
          roundId={round.id}
          reviewers={reviewers.map(({ userId, name }) => ({ userId, name }))}
          plans={plans.map(({ applicationId, label, reference, decision, cells }) => ({
            applicationId,
            label,
            reference,
            open: !decision && isUnderReview(round.state) && may(person, 'review.assign') === 'yes',
            cells,
          }))}
          needed={round.settings.reviewersPerPlan}
          assign={assign}
          unassign={unassign}
        />
      )}
    </div>
  )
}
