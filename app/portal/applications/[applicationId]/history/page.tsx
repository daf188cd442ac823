import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requirePerson } from '@/app/require-person'
import { LabelName } from '@/components/labels/label-name'
import { ShowRuns } from '@/components/plans/show-runs'
import { When } from '@/components/time/when'
import { BackLink } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { historyOfApplication } from '@/domain/applications/queries'
import type { Change } from '@/domain/plans/compare-versions'
import { viewerZone } from '@/lib/time/viewer-zone'

type Props = { params: Promise<{ applicationId: string }> }

const load = cache(async (applicationId: string) => {
  const page = await historyOfApplication(await requirePerson(), { applicationId })
  if (!page) notFound()
  return page
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lot } = await load((await params).applicationId)
  return { title: `Versions of your application for ${lot.label}.org` }
}

/** Every submitted version with what changed against the one before (R5.3). */
export default async function HistoryPage({ params }: Props) {
  const { applicationId } = await params
  const { lot, versions } = await load(applicationId)
  const zone = await viewerZone()
  const base = `/portal/applications/${applicationId}`
  return (
    <div className="wrap page">
      <div className="question">
        <BackLink href={base}>Back to your application</BackLink>
        <h1 className="mt-6 mb-4">
          Versions of your application for <LabelName label={lot.label} />
        </h1>
        {versions.length === 0 && (
          <EmptyState title="Nothing was submitted yet">Each version you submit is kept here.</EmptyState>
        )}
        {versions.map(({ id, number, receivedAt, contentHash, changes }) => (
          <section key={id} className="mt-8">
            <SectionHead minor title={`Version ${number}`}>
              <When at={receivedAt} zone={zone} seconds />
            </SectionHead>
            <p className="small mt-2">
              <Link href={`${base}/receipt?version=${number}`}>Receipt and content</Link>
              <br />
              <span className="muted">SHA-256</span> <span className="mono break-all">{contentHash}</span>
            </p>
            {number > 1 && <Changes changes={changes} earlier={number - 1} />}
          </section>
        ))}
      </div>
    </div>
  )
}

function Changes({ changes, earlier }: { changes: Change[]; earlier: number }) {
  if (changes.length === 0) return <p className="mt-3">No answer differs from version {earlier}.</p>
  return (
    <>
      <p className="mt-3 small muted">
        Changed since version {earlier}; what was taken out is struck through.
      </p>
      {changes.map(({ section, question, runs }) => (
        <div key={`${section} ${question}`} className="mt-3">
          <b className="small">
            {section}: {question}
          </b>
          <p className="small whitespace-pre-wrap">
            <ShowRuns runs={runs} />
          </p>
        </div>
      ))}
    </>
  )
}
