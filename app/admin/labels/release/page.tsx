import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { labelsToDecide, uploadedEvidence } from '@/domain/labels/officer-queries'
import { releaseRoutes } from '@/domain/labels/release-routes'
import { env } from '@/env'
import { may } from '@/lib/access/policy'
import { ChosenNames } from '../_parts/chosen-names'
import { ReleaseForm } from './_parts/release-form'
import { UploadDocument } from './_parts/upload-document'

export const metadata: Metadata = { title: 'Release names' }

const many = (value: string | string[] | undefined) => [value ?? []].flat().slice(0, 700)

export default async function ReleasePage({ searchParams }: PageProps<'/admin/labels/release'>) {
  const person = await requirePerson()
  const { label, file, problem } = await searchParams
  const chosen = await labelsToDecide(person, { labels: many(label) })
  const files = await uploadedEvidence(person, { files: many(file) })
  if (!chosen || !files || may(person, 'label.release') !== 'yes') notFound()
  const coded = chosen.filter((row) => row.facts.category !== null)
  const [only] = chosen
  return (
    <div className="wrap page">
      <Breadcrumb items={[{ text: 'Names', href: '/admin/labels' }, { text: 'Release' }]} />
      <h1>{chosen.length === 1 && only ? `Release ${only.label}.org` : `Release ${chosen.length} names`}</h1>
      {!only ? (
        <EmptyState title="No name is chosen">
          <a href="/admin/labels?state=reserved">Choose names to release</a>
        </EmptyState>
      ) : coded.length > 0 && chosen.length > 1 ? (
        <OneAtATime labels={coded.map((row) => row.label)} others={chosen.length - coded.length} />
      ) : (
        <div className="stack max-w-[46rem]">
          <ChosenNames rows={chosen} />
          {coded.length > 0 && (
            <UploadDocument label={only.label} files={files} problem={[problem].flat()[0]} />
          )}
          <ReleaseForm
            labels={chosen.map((row) => row.label)}
            category={only.facts.category}
            routes={releaseRoutes(only.facts)}
            files={files}
            reportTo={`${env.PORTAL_URL}/help/confusing-use`}
          />
        </div>
      )}
    </div>
  )
}

function OneAtATime({ labels, others }: { labels: string[]; others: number }) {
  return (
    <div className="stack">
      <Notice tone="warn" title="Names with a country code are released one at a time">
        Each rests on its own evidence (R2.2). Release them one by one
        {others > 0 && ', and choose the others without them'}.
      </Notice>
      <ul className="row">
        {labels.map((label) => (
          <li key={label}>
            <a href={`/admin/labels/release?label=${label}`}>{label}.org</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
