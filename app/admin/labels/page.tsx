import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { labelsForOfficers } from '@/domain/labels/officer-queries'
import { publicStatus } from '@/domain/labels/public-status'
import { labelStateWords } from '@/domain/labels/release-words'
import { labelStates } from '@/domain/labels/words'
import { may } from '@/lib/access/policy'
import { FilterNames } from './_parts/filter-names'
import { NamesTable } from './_parts/names-table'
import { filterHref, readFilter } from './read-filter'

export const metadata: Metadata = { title: 'Names' }

export default async function LabelsPage({ searchParams }: PageProps<'/admin/labels'>) {
  const person = await requirePerson()
  const filter = readFilter(await searchParams)
  const found = await labelsForOfficers(person, filter)
  if (!found) notFound()
  const { rows, total, page, pages, states } = found
  return (
    <div className="wrap page stack">
      <header>
        <div className="row between">
          <h1>Names</h1>
          <Button href="/admin/country-codes" icon="globe">
            Country codes
          </Button>
        </div>
        <p className="lede">
          {total === 1332 ? 'All 1,332' : total.toLocaleString('en')} {total === 1 ? 'name' : 'names'}. Choose
          several to release or withhold them together.
        </p>
      </header>
      <nav className="row [--gap:.4rem]" aria-label="State of the names">
        {labelStates.map((state) => (
          <Chip
            key={state}
            href={filterHref(filter, { state: filter.state === state ? undefined : state })}
            text={labelStateWords[state]}
            count={states.get(state) ?? 0}
            pressed={filter.state === state}
            status={state === 'offered' ? 'open' : publicStatus(state)}
          />
        ))}
      </nav>
      <FilterNames filter={filter} />
      {rows.length === 0 ? (
        <EmptyState title="No name fits this filter">
          <a href="/admin/labels">Show all names</a>
        </EmptyState>
      ) : (
        <NamesTable rows={rows} canDecide={may(person, 'label.release') === 'yes'} />
      )}
      <Pager page={page} pages={pages} href={(next) => filterHref(filter, { page: next })} />
    </div>
  )
}
