import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { caseForOfficers } from '@/domain/cases/queries'
import { actionWords, findingWords } from '@/domain/cases/rules'
import { may } from '@/lib/access/policy'
import { viewerZone } from '@/lib/time/viewer-zone'
import { CaseFacts } from './_parts/case-facts'
import { DecideForm } from './_parts/decide-form'
import { Entries } from './_parts/entries'
import { AssignForm, LetterForm } from './_parts/letter-form'
import { NoteForm } from './_parts/note-form'

type Props = PageProps<'/admin/cases/[caseId]'>

const load = cache(async (caseId: string) => {
  const person = await requirePerson()
  const file = await caseForOfficers(person, { caseId })
  if (!file) notFound()
  return { person, file }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { file } = await load((await params).caseId)
  return { title: `${file.number}, ${file.label}.org` }
}

/** One case: the report, who is heard, correspondence, notes apart, and the finding (R13.1). */
export default async function CasePage({ params, searchParams }: Props) {
  const { person, file } = await load((await params).caseId)
  const { file: uploaded, problem } = await searchParams
  const zone = await viewerZone()
  const works = file.state === 'open' && may(person, 'case.write') === 'yes'
  return (
    <div className="wrap page">
      <Breadcrumb items={[{ text: 'Confusing use', href: '/admin/cases' }, { text: file.number }]} />
      <h1 className="mt-3">
        <span className="whitespace-nowrap">{file.number}</span>, <LabelName label={file.label} />
      </h1>
      {file.finding && file.action && (
        <Notice tone="good" title={findingWords[file.finding]}>
          {actionWords[file.action]}. {file.findingReason}{' '}
          {file.decidedAt && (
            <>
              Decided <When at={file.decidedAt} zone={zone} />.
            </>
          )}
        </Notice>
      )}
      <div className="aside pt-6">
        <div>
          <CaseFacts file={file} zone={zone} />
          <section className="sec" aria-labelledby="letters">
            <SectionHead minor title="Correspondence" id="letters">
              {file.correspondence.length}
            </SectionHead>
            <Entries entries={file.correspondence} zone={zone} />
            {works && <LetterForm caseId={file.id} registrant={file.registrant?.organisation} />}
          </section>
          {works && (
            <section className="sec" aria-labelledby="decide">
              <SectionHead minor title="Decide" id="decide" />
              <DecideForm file={file} zone={zone} />
            </section>
          )}
        </div>
        <aside>
          {works && <AssignForm caseId={file.id} officers={file.officers} assignedTo={file.assignedTo} />}
          <section className="sec" aria-labelledby="notes">
            <SectionHead minor title="Notes" id="notes">
              Neither side reads them
            </SectionHead>
            <Entries entries={file.notes} zone={zone} />
            {may(person, 'case.add-note') === 'yes' && (
              <NoteForm caseId={file.id} uploaded={`${uploaded ?? ''}`} problem={`${problem ?? ''}`} />
            )}
          </section>
        </aside>
      </div>
    </div>
  )
}
