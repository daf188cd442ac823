import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { sayToPanel } from '@/app/say-to-panel'
import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { PlanDocument } from '@/components/plans/plan-document'
import { Discussion } from '@/components/reviews/discussion'
import { ScoreBar } from '@/components/reviews/score-bar'
import { BackLink } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { panelPlan } from '@/domain/reviews/panel-queries'
import { isUnderReview } from '@/domain/reviews/rules'
import { roundName } from '@/domain/rounds/round-name'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { PlanState } from '../_parts/plan-state'
import { CriterionScores } from './_parts/criterion-scores'
import { PlanClarifications } from './_parts/plan-clarifications'
import { PlanDecision } from './_parts/plan-decision'
import { PlanFields } from './_parts/plan-fields'
import { PlanReconsideration } from './_parts/plan-reconsideration'

type Props = PageProps<'/admin/rounds/[roundId]/reviews/[applicationId]'>

const load = cache(async (roundId: string, applicationId: string) => {
  const person = await requirePerson()
  const found = await panelPlan(person, { roundId, applicationId })
  if (!found) notFound()
  return { person, ...found }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { roundId, applicationId } = await params
  const { plan } = await load(roundId, applicationId)
  return { title: `Reviews of ${plan.label}.org` }
}

export default async function PanelPlanPage({ params, searchParams }: Props) {
  const { roundId, applicationId } = await params
  const { person, round, plan, document, discussion, fields } = await load(roundId, applicationId)
  const { settings } = round
  const { discuss } = await searchParams
  const zone = await viewerZone()
  const open = isUnderReview(round.state) && plan.state === 'submitted' && !plan.decision
  const records = open && may(person, 'review.record-consensus') === 'yes'
  const discusses = open && person.roles.includes('panel-chair')
  return (
    <div className="wrap page stack">
      <BackLink href={`/admin/rounds/${roundId}/reviews`}>All plans of {roundName(round)}</BackLink>
      <header className="row between">
        <div className="row">
          <Sort label={plan.label} status="review" size={76} decorative />
          <div>
            <h1>
              <LabelName label={plan.label} />
            </h1>
            <p className="small muted mono">{plan.reference}</p>
          </div>
        </div>
        <div className="stack">
          {plan.panel && (
            <ScoreBar
              scoreHundredths={plan.panel.score.scoreHundredths}
              passLineHundredths={settings.passLineHundredths}
              passes={plan.panel.score.passes}
            />
          )}
          <PlanState plan={plan} settings={settings} />
        </div>
      </header>
      {plan.panel ? (
        settings.rubric.map((criterion) => (
          <CriterionScores
            key={criterion.id}
            criterion={criterion}
            panel={plan.panel!}
            roundId={roundId}
            applicationId={applicationId}
            discussion={!records ? 'closed' : discuss === criterion.id ? 'form' : 'link'}
          />
        ))
      ) : (
        <Notice tone="info" title="The scores are hidden until you submit your own review of this plan." />
      )}
      {plan.panel && (discusses || discussion.length > 0) && (
        <section className="sec" id="discussion">
          <SectionHead title="Discussion" minor>
            The panel alone reads it; scores stay as they are.
          </SectionHead>
          <Discussion
            said={discussion.map(({ by, ...said }) => ({ ...said, who: by.name }))}
            criteria={settings.rubric}
            zone={zone}
            add={discusses ? { action: sayToPanel, fields: { applicationId } } : undefined}
          />
        </section>
      )}
      <PlanFields
        applicationId={applicationId}
        chosen={fields}
        editable={open && may(person, 'review.tag-plan') === 'yes'}
      />
      <PlanClarifications roundId={roundId} applicationId={applicationId} person={person} zone={zone} />
      <PlanDecision
        plan={plan}
        round={round}
        proposes={may(person, 'decision.propose') === 'yes'}
        zone={zone}
      />
      <PlanReconsideration plan={plan} round={round} person={person} zone={zone} />
      <details className="sec">
        <summary>
          <b>The plan, version {document.number}</b>
        </summary>
        <PlanDocument reading={document.reading} attachments={document.attachments} />
      </details>
    </div>
  )
}
