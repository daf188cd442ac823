import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlanDocument } from '@/components/plans/plan-document'
import { PrintButton } from '@/components/reviews/print-button'
import { SheetOnPaper } from '@/components/reviews/sheet-on-paper'
import { When } from '@/components/time/when'
import { BackLink } from '@/components/ui/breadcrumb'
import { roundName } from '@/domain/rounds/round-name'
import { viewerZone } from '@/lib/time/viewer-zone'
import { loadReview } from '../load-review'

type Props = PageProps<'/review/[assignmentId]/print'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { review } = await loadReview((await params).assignmentId)
  return { title: `Plan and sheet for ${review.label}.org` }
}

/** Plan and sheet on paper: nothing around them, the sheet on a page of its own, with room to write by hand. */
export default async function PrintPage({ params }: Props) {
  const { review } = await loadReview((await params).assignmentId)
  if (review.stage === 'gate') notFound()
  const { assignmentId, label, round, plan, criteria, sheet, progress, updatedAt, submittedAt } = review
  const zone = await viewerZone()
  return (
    <div className="wrap page printed">
      <div className="row between noprint">
        <BackLink href={`/review/${assignmentId}`}>Back to the plan</BackLink>
        <PrintButton />
      </div>
      <h1 className="mt-6">{label}.org</h1>
      <p className="lede">
        {roundName(round)}. Plan, version {plan.number}. Confidential: the applicant is hidden from you, and
        the plan from others.
      </p>
      <PlanDocument reading={plan.reading} attachments={plan.attachments} />
      <section className="new-page" aria-labelledby="sheet-title">
        <h2 id="sheet-title">Your sheet for {label}.org</h2>
        <p className="small muted">
          {submittedAt ? (
            <>
              Submitted <When at={submittedAt} zone={zone} />
            </>
          ) : progress === 'in-progress' ? (
            <>
              Not submitted, as saved <When at={updatedAt} zone={zone} />
            </>
          ) : (
            <>
              To be filled in. Due <When at={round.reviewDueAt} zone={zone} />
            </>
          )}
        </p>
        <SheetOnPaper
          criteria={criteria}
          scores={sheet}
          headings={Object.fromEntries(plan.reading.map(({ id, heading }) => [id, heading]))}
        />
      </section>
    </div>
  )
}
