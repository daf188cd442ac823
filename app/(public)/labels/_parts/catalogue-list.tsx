import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { type CatalogueFilter, type SortKey, writeFilter } from '@/domain/labels/catalogue-filter'
import type { CatalogueEntry } from '@/domain/labels/public-queries'
import { sortEntries } from '@/domain/labels/sort-entries'
import { Downloads } from './downloads'
import { EntryTable } from './entry-table'

const PAGE_SIZE = 50

/** The filtered names as a sortable list, page by page. */
export function CatalogueList({
  entries,
  filter,
  zone,
  download,
}: {
  entries: CatalogueEntry[]
  filter: CatalogueFilter
  zone: string
  download: string
}) {
  if (entries.length === 0) return <NothingFits />
  const pages = Math.ceil(entries.length / PAGE_SIZE)
  const page = Math.min(filter.page, pages)
  const sorted = sortEntries(entries, filter.sort, filter.descending)
  const href = (change: Partial<CatalogueFilter>) => `/labels${writeFilter(filter, change)}`
  return (
    <section aria-label="Names as a list">
      <div className="row justify-end mb-2">
        <Downloads href={download} />
      </div>
      <EntryTable
        entries={sorted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
        zone={zone}
        caption={`Names ${(page - 1) * PAGE_SIZE + 1} to ${Math.min(page * PAGE_SIZE, entries.length)} of ${entries.length}`}
        sorting={{
          key: filter.sort,
          descending: filter.descending,
          href: (sort: SortKey, descending) => href({ sort, descending }),
        }}
      />
      <Pager page={page} pages={pages} href={(next) => href({ page: next })} />
    </section>
  )
}

/** Filters that leave nothing: another state than a catalogue without rounds. */
export function NothingFits() {
  return (
    <EmptyState title="No name fits these filters" action={<Button href="/labels">Clear filters</Button>}>
      Take one of them out, or look a name up above.
    </EmptyState>
  )
}
