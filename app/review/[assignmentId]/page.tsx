import type { Metadata } from 'next'
import { roundName } from '@/domain/rounds/round-name'
import { viewerZone } from '@/lib/time/viewer-zone'
import { ConflictGate } from './_parts/conflict-gate'
import { ReviewTop } from './_parts/review-top'
import { Workspace } from './_parts/workspace'
import { loadReview } from './load-review'

type Props = PageProps<'/review/[assignmentId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { review } = await loadReview((await params).assignmentId)
  return { title: `Review ${review.label}.org` }
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const { person, review } = await loadReview((await params).assignmentId)
  const zone = await viewerZone()
  const pane = (await searchParams).pane === 'score' ? 'score' : 'plan'
  return (
    <>
      <ReviewTop review={review} zone={zone} />
      {review.stage === 'gate' ? (
        <ConflictGate
          assignmentId={review.assignmentId}
          label={review.label}
          round={roundName(review.round)}
          detected={review.detected}
          calibrate={review.calibrate ? review.round.id : undefined}
        />
      ) : (
        <Workspace review={review} userId={person.userId} zone={zone} pane={pane} />
      )}
    </>
  )
}
