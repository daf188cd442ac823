import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { LabelName } from '@/components/labels/label-name'
import { ShowRuns } from '@/components/plans/show-runs'
import { When } from '@/components/time/when'
import { BackLink } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { Pager } from '@/components/ui/pager'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import type { SheetChange } from '@/domain/reviews/compare-sheets'
import { sheetHistory } from '@/domain/reviews/history-queries'
import { viewerZone } from '@/lib/time/viewer-zone'
import { restore } from '../../actions'

type Props = PageProps<'/review/[assignmentId]/history'>

const load = cache(async (assignmentId: string, page: number) => {
  const history = await sheetHistory(await requirePerson(), { assignmentId, page })
  if (!history || history.sheets.length === 0) notFound()
  return history
})

const pageOf = async ({ searchParams }: Props) => Math.max(1, Number((await searchParams).page) || 1)

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { label } = await load((await props.params).assignmentId, await pageOf(props))
  return { title: `Your sheet for ${label}.org as it stood` }
}

/** The sheet as it stands and as it stood, and the way back to one of them. */
export default async function SheetHistoryPage(props: Props) {
  const page = await pageOf(props)
  const history = await load((await props.params).assignmentId, page)
  const { assignmentId, label, version, writable, submitted, sheets, pages } = history
  const zone = await viewerZone()
  return (
    <div className="wrap page stack">
      <BackLink href={`/review/${assignmentId}`}>Back to the plan</BackLink>
      <h1>
        Your sheet for <LabelName label={label} /> as it stood
      </h1>
      <p className="lede">
        While you write, the sheet is kept about once a minute. To restore one makes it the present sheet; the
        one it takes the place of is kept too.
      </p>
      {sheets.map((sheet) => (
        <section key={sheet.version} className="sec">
          <SectionHead
            minor
            title={
              sheet.version === version ? (submitted ? 'As submitted' : 'Now') : `Version ${sheet.version}`
            }
          >
            <When at={sheet.savedAt} zone={zone} seconds />
          </SectionHead>
          <Changes changes={sheet.changes} />
          {writable && sheet.version !== version && (
            <Form action={restore} className="mt-3">
              <input type="hidden" name="assignmentId" value={assignmentId} />
              <input type="hidden" name="version" value={version} />
              <input type="hidden" name="restore" value={sheet.version} />
              <SubmitButton variant="default" busy="Restoring">
                Restore this
                <span className="sr-only">, version {sheet.version}</span>
              </SubmitButton>
            </Form>
          )}
        </section>
      ))}
      <Pager page={page} pages={pages} href={(wanted) => `/review/${assignmentId}/history?page=${wanted}`} />
    </div>
  )
}

/** What differs from the version before, by criterion. */
function Changes({ changes }: { changes: SheetChange[] }) {
  if (changes.length === 0) return <p className="small muted mt-2">Nothing on it differs from before.</p>
  return changes.map(({ criterion, name, value, reason, cited, takenOut }) => (
    <div key={criterion} className="mt-3 small">
      <b>{name}</b>
      {value && (
        <p>
          <del>{value.before}</del> <ins>{value.after}</ins>
        </p>
      )}
      {reason && (
        <p className="whitespace-pre-wrap">
          <ShowRuns runs={reason} />
        </p>
      )}
      {takenOut.map((quote) => (
        <p key={`out ${quote}`}>
          Cited no more: <del>{quote}</del>
        </p>
      ))}
      {cited.map((quote) => (
        <p key={`in ${quote}`}>
          Cited: <ins>{quote}</ins>
        </p>
      ))}
    </div>
  ))
}
