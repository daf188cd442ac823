import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { DefinitionList } from '@/components/ui/definition-list'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { caseOfSide } from '@/domain/cases/public-queries'
import { actionWords, capacityWords, caseStateWords, findingWords } from '@/domain/cases/rules'
import { viewerZone } from '@/lib/time/viewer-zone'
import { reply } from '../../actions'
import { Correspondence } from './_parts/correspondence'

// A link is the permission: it is not to be found, and not told to the pages one goes to from here.
export const metadata: Metadata = {
  title: 'A case of confusing use',
  robots: { index: false },
  referrer: 'no-referrer',
}

type Props = PageProps<'/help/confusing-use/cases/[key]'>

/** A case as the reporter or the registrant reads it by its link, and where it answers (R13.1). */
export default async function CasePage({ params }: Props) {
  const { key } = await params
  const file = await caseOfSide(key)
  if (!file) notFound()
  const zone = await viewerZone()
  const { side, finding, action, dueAt, answerBy, answeredAt, decidedAt } = file
  const asks = side === 'registrant' && file.state === 'open' && answerBy !== null && answeredAt === null
  return (
    <div className="wrap page">
      <div className="question">
        <p className="muted mono">{file.number}</p>
        <h1>
          The use of <LabelName label={file.label} />
        </h1>
        {asks && (
          <Notice tone="warn" title="You are asked to answer">
            Before <When at={answerBy} zone={zone} />. After that we decide without it.
          </Notice>
        )}
        {finding && action && (
          <Notice tone="info" title={findingWords[finding]}>
            {file.findingReason}
            <br />
            What follows: {actionWords[action]}.
          </Notice>
        )}
        <div className="mt-6">
          <DefinitionList
            items={[
              { term: 'State', value: caseStateWords[file.state] },
              {
                term: 'Reported by',
                value: `${file.organisation} (${capacityWords[file.capacity].toLowerCase()})`,
              },
              { term: 'Page', value: <span className="break-all">{file.url}</span> },
              { term: 'Reported', value: <When at={file.reportedAt} zone={zone} /> },
              ...(decidedAt
                ? [{ term: 'Decided', value: <When at={decidedAt} zone={zone} /> }]
                : dueAt
                  ? [{ term: 'Decided by', value: <When at={dueAt} zone={zone} /> }]
                  : []),
            ]}
          />
        </div>
        <section className="sec" aria-labelledby="report">
          <SectionHead minor title="What is reported" id="report" />
          <p className="mt-3 whitespace-pre-wrap break-words">{file.report}</p>
        </section>
        <section className="sec" aria-labelledby="letters">
          <SectionHead minor title="Between us" id="letters" />
          <Correspondence entries={file.entries} zone={zone} />
        </section>
        {file.state === 'open' && (
          <Form action={reply} className="form mt-6">
            <input type="hidden" name="key" value={key} />
            <TextArea
              name="text"
              label={side === 'registrant' ? 'Your answer' : 'Write to us'}
              hint="Officers read it; the other side does not."
              maxLength={5000}
              rows={5}
            />
            <div className="actions">
              <SubmitButton busy="Sending">Send</SubmitButton>
            </div>
          </Form>
        )}
      </div>
    </div>
  )
}
