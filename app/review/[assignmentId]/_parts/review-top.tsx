import Link from 'next/link'
import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { ProgressMark } from '@/components/reviews/progress-mark'
import { ShowKeys } from '@/components/reviews/show-keys'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import type { ownReview } from '@/domain/reviews/queries'

type OwnReview = NonNullable<Awaited<ReturnType<typeof ownReview>>>

/** Which plan this is, how far, due when, and the way to the others. */
export function ReviewTop({ review, zone }: { review: OwnReview; zone: string }) {
  const { label, position, total, progress, stage, round, previousId, followingId } = review
  return (
    <header className="review-top">
      <div className="wrap">
        <Sort label={label} status="review" size={34} decorative />
        <h1>
          <LabelName label={label} />
        </h1>
        <span className="soft whitespace-nowrap">
          Plan {position} of {total}
        </span>
        <ProgressMark progress={progress} />
        {stage !== 'gate' && <span className="soft">Applicant hidden; no conflict declared</span>}
        <span className="row ms-auto">
          <span className="soft num">
            Due <When at={round.reviewDueAt} zone={zone} />
          </span>
          {previousId && (
            <Link href={`/review/${previousId}`} prefetch={false} data-turn="previous">
              Previous
            </Link>
          )}
          {followingId && (
            <Link href={`/review/${followingId}`} prefetch={false} data-turn="next">
              Next
            </Link>
          )}
          {stage === 'scoring' && <ShowKeys />}
          <Button size="s" href="/review">
            Queue
          </Button>
        </span>
      </div>
    </header>
  )
}
