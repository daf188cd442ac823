import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { assessRound } from '@/domain/reviews/assess-round'
import { ReviewsHead } from '../_parts/reviews-head'
import { AgreementTable } from './_parts/agreement-table'
import { NotCalibrated } from './_parts/not-calibrated'
import { PlanFigures } from './_parts/plan-figures'
import { RepeatFigures } from './_parts/repeat-figures'
import { ReviewerMatrix } from './_parts/reviewer-matrix'
import { ScoreCounts } from './_parts/score-counts'
import { Section } from './_parts/section'
import { SeverityTable } from './_parts/severity-table'

type Props = PageProps<'/admin/rounds/[roundId]/reviews/reliability'>

export const metadata: Metadata = { title: 'Reliability of the scores' }

export default async function ReliabilityPage({ params, searchParams }: Props) {
  const assessed = await assessRound(await requirePerson(), { roundId: (await params).roundId })
  if (!assessed) notFound()
  const { round, phase, figures, outstanding, hidden } = assessed
  return (
    <div className="wrap page stack">
      <ReviewsHead round={round} phase={phase} current="reliability" />
      <p className="soft">
        How far the scores can be relied on. All of it stands beside the score, never instead of it: only the
        plan score meets the pass line. Everything here is computed from the scores as reviewers gave them;
        values agreed on after a discussion are not in it.
      </p>
      {outstanding > 0 && (
        <Notice
          tone="warn"
          title={`${outstanding === 1 ? 'One review is' : `${outstanding} reviews are`} still out.`}
        >
          The figures are those of the reviews that are in, and will move.
        </Notice>
      )}
      {hidden > 0 && (
        <Notice title={`${hidden === 1 ? 'One plan is' : `${hidden} plans are`} left out for you.`}>
          Your own review of {hidden === 1 ? 'it' : 'them'} is not submitted yet.
        </Notice>
      )}
      {figures.plans.length === 0 ? (
        <EmptyState title="No reviews yet">The figures appear with the first submitted review.</EmptyState>
      ) : (
        <>
          <NotCalibrated assessed={assessed} />
          <PlanFigures assessed={assessed} asked={await searchParams} />
          <Section
            title="What was given"
            about="How often reviewers gave each value of a criterion. A criterion on which nearly everything is a 3 tells plans apart badly; one with values at both ends and little between is read in two ways."
          >
            <ScoreCounts assessed={assessed} />
          </Section>
          <Section
            title="How far reviewers agree"
            about="α (Krippendorff) is 1 where reviewers say the same of every plan, and 0 where they agree no more than chance would have it. The intraclass correlation (ICC) is the share of the differences between scores that lies in the plans themselves rather than in who read them: of a single reviewer, and of the mean of all. It needs every reviewer to have scored every plan. In its reasons, a rater is a reviewer and an item a plan."
          >
            <AgreementTable agreement={figures.agreement} rubric={round.settings.rubric} />
          </Section>
          <Section
            title="Who agrees with whom"
            about="How many points of the scale two reviewers are apart, on average over the criteria of the plans both read. Two who differ may both be right: read their reasons before you think one of them is wrong."
          >
            <ReviewerMatrix assessed={assessed} />
          </Section>
          <Section
            title="Who gives more, who gives less"
            about="Points of 100 that a reviewer gives above or below the panel’s average reviewer for the same plans, give or take the standard error. It is no fault: calibrated scores allow for it."
          >
            <SeverityTable assessed={assessed} />
          </Section>
          <RepeatFigures assessed={assessed} />
        </>
      )}
    </div>
  )
}
