import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CaseAsTold } from '@/components/cases/case-as-told'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { caseOfReporter } from '@/domain/cases/public-queries'
import { viewerZone } from '@/lib/time/viewer-zone'
import { reply } from '../../actions'

// A link is the permission: it is not to be found, and not told to the pages one goes to from here.
export const metadata: Metadata = {
  title: 'A case of confusing use',
  robots: { index: false },
  referrer: 'no-referrer',
}

type Props = PageProps<'/help/confusing-use/cases/[key]'>

/** A case as the reporter reads it by its link, and where it writes (R13.1). */
export default async function CasePage({ params }: Props) {
  const { key } = await params
  const file = await caseOfReporter(key)
  if (!file) notFound()
  return (
    <div className="wrap page">
      <div className="question">
        <CaseAsTold file={file} zone={await viewerZone()}>
          <Form action={reply} className="form mt-6">
            <input type="hidden" name="key" value={key} />
            <TextArea
              name="text"
              label="Write to us"
              hint="Officers read it; the other side does not."
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
