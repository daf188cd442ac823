import Link from 'next/link'
import { sayToPanel } from '@/app/say-to-panel'
import { PlanDocument, PlanOutline } from '@/components/plans/plan-document'
import { SearchPlan } from '@/components/plans/search-plan'
import { SponsorQuality } from '@/components/qpi/sponsor-quality'
import { Discussion } from '@/components/reviews/discussion'
import { MarkSectionInView } from '@/components/reviews/mark-section-in-view'
import { ScoreForm } from '@/components/reviews/score-form'
import { SheetAsRead } from '@/components/reviews/sheet-as-read'
import { type Pane, SwitchPanes } from '@/components/reviews/switch-panes'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import type { ownReview } from '@/domain/reviews/queries'
import { sendSheet } from '../../actions'

export type OpenReview = Exclude<NonNullable<Awaited<ReturnType<typeof ownReview>>>, { stage: 'gate' }>

/** The plan on the left, with its outline; the sheet on the right, or what was submitted. */
export function Workspace({
  review,
  userId,
  zone,
  pane,
}: {
  review: OpenReview
  userId: string
  zone: string
  pane: Pane
}) {
  const { plan, assignmentId, criteria } = review
  const count = plan.attachments.length
  const headings = Object.fromEntries(plan.reading.map(({ id, heading }) => [id, heading]))
  return (
    <SwitchPanes initial={pane}>
      <div className="plan-outline">
        <p className="eyebrow mb-3">Plan, version {plan.number}</p>
        <PlanOutline reading={plan.reading} />
        {count > 0 && (
          <a href="#plan-attachments" className="small mt-4">
            <Icon name="file-text" size="s" /> {count} {count === 1 ? 'attachment' : 'attachments'}
          </a>
        )}
        <SponsorQuality quality={review.quality} />
        <ReviewLinks review={review} />
        <MarkSectionInView />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className="plan" aria-label="The plan" tabIndex={0}>
        <div className="plan-tools">
          <details className="narrow-outline">
            <summary>Sections</summary>
            <PlanOutline reading={plan.reading} />
            <SponsorQuality quality={review.quality} />
            <ReviewLinks review={review} />
          </details>
          <SearchPlan />
        </div>
        <PlanDocument reading={plan.reading} attachments={plan.attachments} />
      </section>
      {review.stage === 'submitted' || !review.open ? (
        <SubmittedScores review={review} headings={headings} zone={zone} />
      ) : (
        <ScoreForm
          key={`${assignmentId} ${plan.planVersionId}`}
          action={sendSheet}
          assignmentId={assignmentId}
          userId={userId}
          planVersionId={plan.planVersionId}
          criteria={criteria}
          headings={headings}
          saved={{ scores: review.sheet, version: review.version, at: savedAt(review) }}
          nextId={review.nextId}
          zone={zone}
        />
      )}
    </SwitchPanes>
  )
}

/** What else can be done with this plan. */
function ReviewLinks({ review: { assignmentId, progress, open } }: { review: OpenReview }) {
  const base = `/review/${assignmentId}`
  return (
    <ul className="small mt-6 space-y-2">
      {progress !== 'not-started' && (
        <li>
          <Link href={`${base}/history`} prefetch={false}>
            Your sheet as it stood
          </Link>
        </li>
      )}
      <li>
        <Link href={`${base}/print`} prefetch={false}>
          Plan and sheet to print
        </Link>
      </li>
      {open && (
        <li>
          <Link href={`${base}/clarification`} prefetch={false}>
            Have the applicant asked
          </Link>
        </li>
      )}
      {open && progress !== 'submitted' && (
        <li>
          <Link href={`${base}/decline`} prefetch={false}>
            Give the plan back
          </Link>
        </li>
      )}
      {open && (
        <li>
          <Link href={`${base}/conflict`} prefetch={false}>
            Declare a conflict of interest
          </Link>
        </li>
      )}
    </ul>
  )
}

/** A sheet nobody has written on was never saved. */
function savedAt({ progress, updatedAt }: OpenReview): string | null {
  return progress === 'not-started' ? null : updatedAt.toISOString()
}

/** One's own scores as they stand, and, once submitted, those of the others, who are not named. */
function SubmittedScores({
  review: { stage, criteria, sheet, others, discussion, discusses, applicationId, nextId },
  headings,
  zone,
}: {
  review: OpenReview
  zone: string
  headings: Record<string, string>
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
    <section className="rubric" aria-label="Scores" tabIndex={0}>
      <div className="scroll">
        {stage === 'submitted' ? (
          <div className="mt-4">
            <Notice tone="good" title="Your scores are submitted." />
          </div>
        ) : (
          <div className="mt-4">
            <Notice tone="warn" title="The round is suspended. Your sheet is kept." />
          </div>
        )}
        <SheetAsRead criteria={criteria} scores={sheet} headings={headings} />
        {others.map(({ who, scores }) => (
          <details key={who} className="mt-5" open={others.length < 3}>
            <summary>
              <b>{who}</b>
            </summary>
            <SheetAsRead criteria={criteria} scores={scores} headings={headings} />
          </details>
        ))}
        {stage === 'submitted' && others.length === 0 && (
          <p className="small muted mt-4">No other review of this plan is submitted yet.</p>
        )}
        {stage === 'submitted' && (
          <section className="mt-8" id="discussion">
            <SectionHead title="Discussion" minor />
            <Discussion
              said={discussion}
              criteria={criteria}
              zone={zone}
              add={discusses ? { action: sayToPanel, fields: { applicationId } } : undefined}
            />
          </section>
        )}
      </div>
      <div className="total">
        <Button variant="primary" wide href={nextId ? `/review/${nextId}` : '/review'}>
          {nextId ? 'Review the next plan' : 'Back to your reviews'}
        </Button>
      </div>
    </section>
  )
}
