import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LabelName } from '@/components/labels/label-name'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { reportToConfirm } from '@/domain/cases/public-queries'
import { processNow } from '@/lib/clock'
import { confirm } from '../../actions'

// A link is the permission: it is not to be found, and not told to the pages one goes to from here.
export const metadata: Metadata = {
  title: 'Confirm your report',
  robots: { index: false },
  referrer: 'no-referrer',
}

type Props = PageProps<'/help/confusing-use/confirm/[token]'>

/** Opening the link does nothing yet: programs that read mail open links too. The form confirms. */
export default async function ConfirmPage({ params }: Props) {
  const { token } = await params
  const report = await reportToConfirm(token)
  if (!report) notFound()
  const isOpen = report.state === 'unconfirmed' && processNow() < report.confirmBy
  return (
    <div className="wrap page">
      <div className="question">
        <h1>
          Confirm your report about <LabelName label={report.label} />
        </h1>
        {isOpen ? (
          <Form action={confirm} className="form mt-6">
            <input type="hidden" name="token" value={token} />
            <p>
              It becomes a case with a number and a deadline, and officers begin to look into it. Did you not
              send it? Then close this page: nothing happens.
            </p>
            <div className="actions">
              <SubmitButton busy="Confirming">Confirm the report</SubmitButton>
            </div>
          </Form>
        ) : (
          <div className="mt-6" role="status">
            {report.state === 'unconfirmed' ? (
              <Notice tone="warn" title="The time to confirm has passed">
                Send the report again.
              </Notice>
            ) : (
              <Notice tone="good" title="Confirmed already">
                The link on which you follow the case is in the letter that came then.
              </Notice>
            )}
          </div>
        )}
      </div>
    </div>
  )
}
