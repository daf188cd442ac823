import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { labelsToDecide } from '@/domain/labels/officer-queries'
import { may } from '@/lib/access/policy'
import { ChosenNames } from '../_parts/chosen-names'
import { ReasonForm } from '../_parts/reason-form'
import { askToRestore } from '../actions'

export const metadata: Metadata = { title: 'Stop withholding names' }

export default async function RestorePage({ searchParams }: PageProps<'/admin/labels/restore'>) {
  const person = await requirePerson()
  const { label } = await searchParams
  const chosen = await labelsToDecide(person, { labels: [label ?? []].flat().slice(0, 100) })
  if (!chosen || may(person, 'label.restore') !== 'yes') notFound()
  const [only] = chosen
  return (
    <div className="wrap page">
      <Breadcrumb items={[{ text: 'Names', href: '/admin/labels' }, { text: 'Stop withholding' }]} />
      <h1>
        {chosen.length === 1 && only
          ? `Stop withholding ${only.label}.org`
          : `Stop withholding ${chosen.length} names`}
      </h1>
      {only ? (
        <div className="stack max-w-[46rem]">
          <p className="lede">The names are reserved again and can be released anew.</p>
          <ChosenNames rows={chosen} />
          <ReasonForm action={askToRestore} labels={chosen.map((row) => row.label)} variant="primary" />
        </div>
      ) : (
        <EmptyState title="No name is chosen">
          <a href="/admin/labels?state=withheld">Choose names</a>
        </EmptyState>
      )}
    </div>
  )
}
