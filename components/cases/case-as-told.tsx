import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { DefinitionList } from '@/components/ui/definition-list'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import type { ToldCase } from '@/domain/cases/public-queries'
import { actionWords, capacityWords, caseStateWords, findingWords } from '@/domain/cases/rules'
import { Correspondence } from './correspondence'

/** A case as either side reads it (R13.1). `children`: how this side answers, while the case is open. */
export function CaseAsTold({
  file,
  asks = false,
  zone,
  children,
}: {
  file: ToldCase
  /** An answer is waited for. */
  asks?: boolean
  zone: string
  children: React.ReactNode
}) {
  const { finding, action, dueAt, answerBy, decidedAt } = file
  return (
    <>
      <p className="muted mono">{file.number}</p>
      <h1>
        The use of <LabelName label={file.label} />
      </h1>
      {asks && answerBy && (
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
            { term: 'Page', value: <span className="brk">{file.url}</span> },
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
      {file.state === 'open' && children}
    </>
  )
}
