import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { CaseAsTold } from '@/components/cases/case-as-told'
import { BackLink } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { ownCase } from '@/domain/cases/own-queries'
import { newId } from '@/lib/ids'
import { viewerZone } from '@/lib/time/viewer-zone'
import { answer } from '../actions'

export const metadata: Metadata = { title: 'A case of confusing use' }

/** A case in which the registrant is heard, and where it answers (R13.1). */
export default async function OwnCasePage({ params }: PageProps<'/portal/cases/[caseId]'>) {
  const { caseId } = await params
  const file = await ownCase(await requirePerson(), { caseId })
  if (!file) notFound()
  return (
    <div className="wrap page">
      <div className="question">
        <BackLink href="/portal">Your applications</BackLink>
        <CaseAsTold file={file} asks={file.state === 'open' && !file.answeredAt} zone={await viewerZone()}>
          <Form action={answer} idempotencyKey={newId('cae')} className="form mt-6">
            <input type="hidden" name="caseId" value={file.id} />
            <TextArea
              name="text"
              label={file.answeredAt ? 'Write to us' : 'Your answer'}
              hint="Officers read it; whoever reported it does not."
              maxLength={5000}
              rows={5}
            />
            <div className="actions">
              <SubmitButton busy="Sending">Send</SubmitButton>
            </div>
          </Form>
        </CaseAsTold>
      </div>
    </div>
  )
}
