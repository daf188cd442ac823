import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { assignmentsOfRound } from '@/domain/assignments/queries'
import { isUnderReview } from '@/domain/reviews/rules'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { ReviewsHead } from '../_parts/reviews-head'
import { CompareRuns } from './_parts/compare-runs'
import { ComputeForm } from './_parts/compute-form'
import { ComputedRun } from './_parts/computed-run'
import { NarrowedBoard } from './_parts/narrowed-board'

type Props = PageProps<'/admin/rounds/[roundId]/reviews/assignment'>

export const metadata: Metadata = { title: 'Assignment of reviewers' }

export default async function AssignmentPage({ params, searchParams }: Props) {
  const person = await requirePerson()
  const { roundId } = await params
  const found = await assignmentsOfRound(person, { roundId })
  if (!found) notFound()
  const asked = await searchParams
  const { computed, assigned, taken } = asked
  const zone = await viewerZone()
  const { round, phase, reviewers, plans, runs } = found
  const open = runs.find(({ id }) => id === computed)
  const assigns = isUnderReview(round.state) && may(person, 'review.assign') === 'yes'
  return (
    <div className="wrap page stack">
      <ReviewsHead round={round} phase={phase} current="assignment" />
      {assigned !== undefined && (
        <Notice
          tone="good"
          title="Assigned. Each reviewer has a letter, and is asked about conflicts first."
        />
      )}
      {taken !== undefined && (
        <Notice tone="good" title="Taken back. The reviewer has a letter.">
          Compute an assignment below to find others for these plans.
        </Notice>
      )}
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
        <NarrowedBoard board={found} asked={asked} assigns={assigns} />
      )}
      {assigns && plans.length > 0 && reviewers.length > 0 && (
        <ComputeForm
          roundId={round.id}
          cap={Math.ceil((plans.length * round.settings.reviewersPerPlan) / reviewers.length) + 1}
          seed={`Round ${round.number}`}
        />
      )}
      {runs.length > 0 && (
        <section className="stack sec" id="computed">
          <SectionHead title="Computed assignments" minor />
          <CompareRuns runs={runs} open={open} zone={zone} />
          {open && <ComputedRun run={open} zone={zone} applies={assigns} />}
        </section>
      )}
    </div>
  )
}
