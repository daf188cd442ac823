import type { Metadata } from 'next'
import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import { isUnderReview } from '@/domain/reviews/rules'
import { roundName } from '@/domain/rounds/round-name'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { NarrowedLadder } from './_parts/narrowed-ladder'
import { ReviewerTable } from './_parts/reviewer-table'
import { ReviewsHead } from './_parts/reviews-head'
import { loadPanel } from './load-panel'

type Props = PageProps<'/admin/rounds/[roundId]/reviews'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { round } = await loadPanel((await params).roundId)
  return { title: `Reviews, ${roundName(round)}` }
}

export default async function ReviewsPage({ params, searchParams }: Props) {
  const { person, round, phase, plans, reviewers } = await loadPanel((await params).roundId)
  const readers = plans.flatMap((plan) => plan.readers)
  const submitted = readers.filter(({ progress }) => progress === 'submitted').length
  const figures = [
    ['Plans', String(plans.length)],
    ['Reviews submitted', `${submitted} of ${readers.length}`],
    ['Plans to discuss', String(plans.filter(({ panel }) => panel?.undiscussed.length).length)],
    ['Decided', `${plans.filter(({ decision }) => decision).length} of ${plans.length}`],
  ]
  return (
    <div className="wrap page stack">
      <ReviewsHead round={round} phase={phase} current="plans" />
      <p className="soft">
        {isUnderReview(round.state) ? (
          <>
            Reviews are due <When at={round.reviewDueAt} zone={await viewerZone()} />. A late review still
            counts until the panel has decided on the plan.
          </>
        ) : (
          <>
            Reviews were due <When at={round.reviewDueAt} zone={await viewerZone()} />. The review of this
            round is over.
          </>
        )}
      </p>
      <dl className="vitals">
        {figures.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <NarrowedLadder
        path={`/admin/rounds/${round.id}/reviews`}
        asked={await searchParams}
        plans={plans}
        round={round}
      />
      {reviewers.length > 0 && (
        <section className="sec">
          <SectionHead title="By reviewer" minor />
          <ReviewerTable
            reviewers={reviewers}
            takesBackIn={
              isUnderReview(round.state) && may(person, 'review.take-back') === 'yes' ? round.id : undefined
            }
          />
        </section>
      )}
    </div>
  )
}
