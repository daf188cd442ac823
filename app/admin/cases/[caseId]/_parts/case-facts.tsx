import { When } from '@/components/time/when'
import { DefinitionList } from '@/components/ui/definition-list'
import { SectionHead } from '@/components/ui/section-head'
import type { caseForOfficers } from '@/domain/cases/queries'
import { capacityWords } from '@/domain/cases/rules'

export type CaseFile = NonNullable<Awaited<ReturnType<typeof caseForOfficers>>>

/** Who reported what about whom, and the dates. The page is text: nobody follows it by accident. */
export function CaseFacts({ file, zone }: { file: CaseFile; zone: string }) {
  const { heardAt, answeredAt, answerBy, dueAt, decidedAt } = file
  return (
    <>
      <DefinitionList
        items={[
          {
            term: 'Reported by',
            value: `${file.organisation}, ${capacityWords[file.capacity].toLowerCase()}`,
          },
          {
            term: 'Writer',
            value: (
              <>
                {file.reporterName}, <span className="brk">{file.reporterEmail}</span>
              </>
            ),
          },
          { term: 'Page', value: <span className="brk">{file.url}</span> },
          { term: 'Registrant', value: file.registrant?.organisation ?? 'None of the Programme' },
          {
            term: 'Heard',
            value: heardAt ? <When at={heardAt} zone={zone} /> : <span className="muted">Not yet</span>,
          },
          ...(heardAt
            ? [
                {
                  term: 'Its answer',
                  value: answeredAt ? (
                    <When at={answeredAt} zone={zone} />
                  ) : (
                    answerBy && (
                      <>
                        until <When at={answerBy} zone={zone} />
                      </>
                    )
                  ),
                },
              ]
            : []),
          ...(dueAt && !decidedAt ? [{ term: 'Decide by', value: <When at={dueAt} zone={zone} /> }] : []),
          { term: 'With', value: file.assignee ?? <span className="muted">Nobody yet</span> },
        ]}
      />
      <section className="sec" aria-labelledby="report">
        <SectionHead minor title="What is reported" id="report" />
        <p className="mt-3 whitespace-pre-wrap break-words">{file.report}</p>
      </section>
    </>
  )
}
