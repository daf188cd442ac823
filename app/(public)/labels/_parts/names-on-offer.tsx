import Link from 'next/link'
import { SectionHead } from '@/components/ui/section-head'
import type { CatalogueEntry } from '@/domain/labels/public-queries'
import { sortEntries } from '@/domain/labels/sort-entries'
import { NothingFits } from './catalogue-list'
import { Downloads } from './downloads'
import { EntryTable } from './entry-table'

const MOST = 12

/** Below the grid: of the names shown those in a round, what is due first on top; the whole list is a view of its own. */
export function NamesOnOffer({
  entries,
  zone,
  download,
  list,
  filtered,
}: {
  entries: CatalogueEntry[]
  zone: string
  download: string
  list: string
  filtered: boolean
}) {
  if (entries.length === 0)
    return (
      <div className="sec">
        <NothingFits />
      </div>
    )
  const inRounds = sortEntries(
    entries.filter(({ round }) => round),
    'next',
    false,
  )
  const rows = (inRounds.length > 0 ? inRounds : filtered ? entries : []).slice(0, MOST)
  return (
    <section className="sec" aria-labelledby="as-list">
      <SectionHead title="The same, as a list" id="as-list">
        <Downloads href={download} />
      </SectionHead>
      {rows.length > 0 && <EntryTable entries={rows} zone={zone} caption="Some of the names shown above" />}
      <p className="small soft mt-3 max-w-none">
        {rows.length < entries.length && (
          <Link href={list} prefetch={false}>
            All {entries.length.toLocaleString('en')} as a list
          </Link>
        )}
      </p>
    </section>
  )
}
