import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SecondFactorFirst } from '@/app/second-factor-first'
import { LabelName } from '@/components/labels/label-name'
import { BackLink } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { isAccepting, isEditable, mayWithdraw } from '@/domain/applications/rules'
import { may } from '@/lib/access/policy'
import { processNow } from '@/lib/clock'
import { loadApplication } from '../../_parts/load-application'
import { withdraw } from '../../actions'

type Props = { params: Promise<{ applicationId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lot } = await loadApplication((await params).applicationId)
  return { title: `Withdraw your application for ${lot.label}.org` }
}

/** One page between the wish and the deed. */
export default async function WithdrawPage({ params }: Props) {
  const { applicationId } = await params
  const { person, application, lot, round } = await loadApplication(applicationId)
  const base = `/portal/applications/${applicationId}`
  if (!isEditable(application.state) || !mayWithdraw(round.state)) redirect(base)
  const again = isAccepting(round, processNow())
  const confirmed = may(person, 'application.withdraw') !== 'second-factor-needed'
  return (
    <div className="wrap page">
      <div className="question">
        <BackLink href={base}>Back to your application</BackLink>
        <h1 className="mt-6 mb-4">
          Withdraw your application for <LabelName label={lot.label} />?
        </h1>
        <Notice tone="warn" title="It will no longer take part in the round">
          {again
            ? 'Until applications close you can take it up again, with everything you wrote.'
            : 'Applications have closed, so it cannot be taken up again in this round.'}{' '}
          The versions you submitted are kept.
        </Notice>
        {confirmed ? (
          <Form action={withdraw} className="form mt-6">
            <input type="hidden" name="applicationId" value={applicationId} />
            <div className="actions">
              <SubmitButton variant="danger" busy="Withdrawing">
                Withdraw {application.reference}
              </SubmitButton>
              <Button href={base}>Keep it</Button>
            </div>
          </Form>
        ) : (
          <div className="mt-6">
            <SecondFactorFirst here={`${base}/withdraw`}>
              Withdrawing ends your part in the round.
            </SecondFactorFirst>
          </div>
        )}
      </div>
    </div>
  )
}
