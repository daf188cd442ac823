import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { BackLink } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { actsFor } from '@/domain/applications/lock-application'
import { mayAskAgain } from '@/domain/applications/standing'
import { askUntil } from '@/domain/reconsiderations/rules'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { loadApplication } from '../../_parts/load-application'
import { askAgain } from '../../actions'

type Props = { params: Promise<{ applicationId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lot } = await loadApplication((await params).applicationId)
  return { title: `Ask for a reconsideration: ${lot.label}.org` }
}

/** The one request that the decision be made again, by others (R6.7). */
export default async function ReconsiderationPage({ params }: Props) {
  const { applicationId } = await params
  const { person, application, lot, standing } = await loadApplication(applicationId)
  const base = `/portal/applications/${applicationId}`
  if (!standing.decision || !mayAskAgain(standing, processNow())) redirect(base)
  const isOwner = actsFor(person, ['owner']).includes(application.organisationId)
  return (
    <div className="wrap page">
      <div className="question">
        <BackLink href={base}>Back to your application</BackLink>
        <h1 className="mt-6 mb-4">
          Ask that <LabelName label={lot.label} /> be decided again
        </h1>
        <p className="lede">
          Two people who did not decide before, reviewed nothing of your plan and have no conflict of interest
          read it, the scores and what you write here. They uphold the decision, or let you bid.
        </p>
        <p className="mt-3">
          You can ask once, until{' '}
          <When at={askUntil(standing.decision.releasedAt)} zone={await viewerZone()} />. You cannot change
          the plan.
        </p>
        {isOwner ? (
          <Form action={askAgain} className="form mt-6">
            <input type="hidden" name="applicationId" value={applicationId} />
            <TextArea
              name="grounds"
              label="What did the panel get wrong?"
              hint="Name the criterion, what was overlooked or misread, and where in your plan it stands."
              rows={8}
              maxLength={4000}
            />
            <div className="actions">
              <SubmitButton busy="Sending">Ask for a reconsideration</SubmitButton>
              <Button href={base}>Not now</Button>
            </div>
          </Form>
        ) : (
          <p className="mt-6">Only an owner of your organisation can ask.</p>
        )}
      </div>
    </div>
  )
}
