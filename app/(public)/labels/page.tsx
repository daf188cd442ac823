import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { isFiltered, passes, readFilter, writeFilter } from '@/domain/labels/catalogue-filter'
import { catalogue } from '@/domain/labels/public-queries'
import { parseLabel } from '@/domain/labels/rules'
import { viewerZone } from '@/lib/time/viewer-zone'
import { CatalogueCase } from './_parts/catalogue-case'
import { CatalogueFilters } from './_parts/catalogue-filters'
import { CatalogueList } from './_parts/catalogue-list'
import { FilterBar } from './_parts/filter-bar'
import { FindName } from './_parts/find-name'
import { InkLegend } from './_parts/ink-legend'
import { NamesOnOffer } from './_parts/names-on-offer'

export const metadata: Metadata = {
  title: 'Catalogue',
  description:
    'All 36 single characters and all 1,296 pairs under .org: which are on offer, and where each stands.',
  alternates: { canonical: '/labels' },
}

export default async function Catalogue({ searchParams }: PageProps<'/labels'>) {
  const params = await searchParams
  const asked = [params.q].flat()[0]
  const found = asked === undefined ? undefined : parseLabel(asked)
  if (found?.ok) redirect(`/labels/${found.label}`)
  const filter = readFilter(params)
  const [entries, zone] = await Promise.all([catalogue(), viewerZone()])
  const shown = entries.filter((entry) => passes(filter, entry))
  const download = `/api/v1/labels${writeFilter(filter, { view: 'grid', ink: 'status', first: 'a' })}`
  return (
    <div className="wrap pb-18">
      <div className="catalogue-top">
        <div>
          <h1 className="mb-2">Catalogue</h1>
          <p className="soft max-w-none">
            All 36 single characters and all 1,296 pairs. The further a name has come, the stronger its
            colour.
          </p>
        </div>
        <FindName value={asked} error={found && !found.ok ? found.message : undefined} />
      </div>
      <CatalogueFilters entries={entries} filter={filter} />
      <FilterBar shown={shown.length} total={entries.length} filter={filter} />
      {filter.view === 'list' ? (
        <CatalogueList entries={shown} filter={filter} zone={zone} download={download} />
      ) : (
        <>
          {filter.ink !== 'status' && <InkLegend ink={filter.ink} />}
          <CatalogueCase entries={entries} filter={filter} zone={zone} />
          <NamesOnOffer
            entries={shown}
            zone={zone}
            download={download}
            list={`/labels${writeFilter(filter, { view: 'list' })}`}
            filtered={isFiltered(filter)}
          />
        </>
      )}
    </div>
  )
}
