import Link from 'next/link'
import { When } from '@/components/time/when'
import { DefinitionList } from '@/components/ui/definition-list'
import type { labelForOfficers } from '@/domain/labels/officer-queries'
import { releaseRoutes } from '@/domain/labels/release-routes'
import { basisWords, categoryWords, classWords } from '@/domain/labels/release-words'

export type OfficerLabel = NonNullable<Awaited<ReturnType<typeof labelForOfficers>>>

/** Class, country code with the list it was taken from, and where the name is now. */
export function LabelFacts({ row, zone }: { row: OfficerLabel; zone: string }) {
  const { category, cctld } = row.lists
  const routes = releaseRoutes({ category: row.category, cctld: row.cctld })
  const items = [
    { term: 'Class', value: classWords[row.class] },
    {
      term: 'ISO 3166-1',
      value: row.category ? (
        <>
          {categoryWords[row.category]}
          {row.codeName && `: ${row.codeName}`}
          {category && <Source list={category.list} since={category.validFrom} />}
        </>
      ) : (
        'Cannot be a country code'
      ),
    },
    {
      term: 'Country-code domain',
      value: cctld ? (
        <>
          In the root
          <Source list={cctld.list} since={cctld.validFrom} />
        </>
      ) : (
        'Not in the root'
      ),
    },
    { term: 'Can be released on', value: routes.map((basis) => basisWords[basis]).join('; or ') },
    { term: 'In this state since', value: <When at={row.stateSince} zone={zone} /> },
  ]
  if (row.withheldReason) items.push({ term: 'Withheld because', value: row.withheldReason })
  if (row.roundId)
    items.push({
      term: 'Round',
      value: (
        <Link href={`/admin/rounds/${row.roundId}`} prefetch={false}>
          Round {row.round}
        </Link>
      ),
    })
  return <DefinitionList items={items} />
}

function Source({ list, since }: { list: string; since: string }) {
  return (
    <span className="small muted">
      <br />
      {list}. Holds from {since}.
    </span>
  )
}
