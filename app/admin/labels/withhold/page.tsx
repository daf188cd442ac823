import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { labelsToDecide } from '@/domain/labels/officer-queries'
import { may } from '@/lib/access/policy'
import { ChosenNames } from '../_parts/chosen-names'
import { ReasonForm } from '../_parts/reason-form'
import { askToWithhold } from '../actions'

export const metadata: Metadata = { title: 'Withhold names' }

export default async function WithholdPage({ searchParams }: PageProps<'/admin/labels/withhold'>) {
  const person = await requirePerson()
  const { label } = await searchParams
  const chosen = await labelsToDecide(person, { labels: [label ?? []].flat().slice(0, 100) })
  if (!chosen || may(person, 'label.withhold') !== 'yes') notFound()
  const [only] = chosen
  return (
    <div className="wrap page">
      <Breadcrumb items={[{ text: 'Names', href: '/admin/labels' }, { text: 'Withhold' }]} />
      <h1>
        {chosen.length === 1 && only ? `Withhold ${only.label}.org` : `Withhold ${chosen.length} names`}
      </h1>
      {only ? (
        <div className="stack max-w-[46rem]">
          <p className="lede">Withheld names stay out of every round. Their release ends.</p>
          <ChosenNames rows={chosen} />
          <ReasonForm action={askToWithhold} labels={chosen.map((row) => row.label)} variant="danger" />
        </div>
      ) : (
        <EmptyState title="No name is chosen">
          <a href="/admin/labels?state=reserved">Choose names</a>
        </EmptyState>
      )}
    </div>
  )
}
