import Link from 'next/link'
import { Sort } from '@/components/labels/sort'
import { statusWords } from '@/components/labels/status-words'
import { Money } from '@/components/money/money'
import { When } from '@/components/time/when'
import { Status } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import type { SortKey } from '@/domain/labels/catalogue-filter'
import type { CatalogueEntry } from '@/domain/labels/public-queries'
import { spell } from '@/domain/labels/spell'

const columns: { key: SortKey; text: string; className?: string }[] = [
  { key: 'name', text: 'Name' },
  { key: 'status', text: 'Status' },
  { key: 'round', text: 'Round', className: 'max-md:hidden' },
  { key: 'reserve', text: 'Reserve', className: 'n max-md:hidden' },
  { key: 'price', text: 'Price', className: 'n max-md:hidden' },
  { key: 'applications', text: 'Applications', className: 'n max-md:hidden' },
  { key: 'next', text: 'Next', className: 'max-md:hidden md:pl-8' },
]

type Sorting = { key: SortKey; descending: boolean; href: (key: SortKey, descending: boolean) => string }

/**
 * Names in rows. With `sorting` every head is a link that sorts by it. On a phone: the name, where it stands, what is
 * next.
 */
export function EntryTable({
  entries,
  zone,
  caption,
  sorting,
}: {
  entries: CatalogueEntry[]
  zone: string
  caption: string
  sorting?: Sorting
}) {
  return (
    <TableFrame label={caption}>
      <table className="tbl">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.label}>
              <td>
                <span className="row flex-nowrap">
                  <Sort label={entry.label} status={entry.status} size={34} href={`/labels/${entry.label}`} />
                  <span className="soft whitespace-nowrap max-lg:hidden">{spell(entry.label)}</span>
                </span>
              </td>
              <td>
                <Status
                  status={entry.status}
                  word={entry.round?.suspended ? 'Suspended' : statusWords[entry.status].short}
                />
                {entry.next && (
                  <span className="small soft block md:hidden">
                    {entry.next.what} <When at={entry.next.at} zone={zone} />
                  </span>
                )}
              </td>
              <td className="whitespace-nowrap max-md:hidden">
                {entry.round && (
                  <Link href={`/rounds/${entry.round.slug}`} prefetch={false}>
                    Phase {entry.round.phase}, round {entry.round.number}
                  </Link>
                )}
              </td>
              <td className="n max-md:hidden">
                {entry.reserveMinor !== undefined && <Money minor={entry.reserveMinor} />}
              </td>
              <td className="n max-md:hidden">
                {entry.priceMinor !== undefined && <Money minor={entry.priceMinor} />}
              </td>
              <td className="n max-md:hidden">
                {entry.applications === 'hidden' ? (
                  <span className="soft">after close</span>
                ) : (
                  entry.applications
                )}
              </td>
              <td className="soft max-md:hidden md:pl-8">
                {entry.next && (
                  <>
                    {entry.next.what} <When at={entry.next.at} zone={zone} />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Head({ column, sorting }: { column: (typeof columns)[number]; sorting: Sorting | undefined }) {
  const { key, text, className } = column
  if (!sorting)
    return (
      <th scope="col" className={className}>
        {text}
      </th>
    )
  const current = sorting.key === key
  const order = current ? (sorting.descending ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" className={className} aria-sort={order}>
      <Link href={sorting.href(key, current && !sorting.descending)} prefetch={false} scroll={false}>
        {text}
      </Link>
      {current && <span aria-hidden="true">{sorting.descending ? ' ↓' : ' ↑'}</span>}
    </th>
  )
}
