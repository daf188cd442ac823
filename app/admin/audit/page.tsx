import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { readAudit } from '@/domain/audit/queries'
import { viewerZone } from '@/lib/time/viewer-zone'
import { AuditTable } from './_parts/audit-table'
import { FilterAudit } from './_parts/filter-audit'
import { readFilter } from './read-filter'

export const metadata: Metadata = { title: 'Audit log' }

export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  const person = await requirePerson()
  const filter = readFilter(await searchParams)
  const found = await readAudit(person, filter)
  if (!found) notFound()
  const older =
    found.older && `/admin/audit?${new URLSearchParams({ ...filter, before: String(found.older) })}`
  return (
    <div className="wrap page space-y-6">
      <header className="space-y-3">
        <h1>Audit log</h1>
        <p className="lede">
          Every operation, done or refused, in order. Nobody can change or remove an entry. People appear
          under their pseudonyms (R9.3).
        </p>
        <p className="small soft">
          Practice bidders are the rivals in practice auctions, which touch no result (R3.6). Demo bidders
          exist in the demo world alone and keep its auctions moving. Neither bids for the programme.
        </p>
      </header>
      <FilterAudit filter={filter} />
      <div className="row justify-end">
        <Button href={`/admin/audit/export?${new URLSearchParams(filter)}`} size="s" icon="download" download>
          Export as CSV
        </Button>
      </div>
      {found.entries.length === 0 ? (
        <EmptyState
          title="No entry fits"
          sorts={false}
          action={<Button href="/admin/audit">Show all</Button>}
        />
      ) : (
        <AuditTable entries={found.entries} zone={await viewerZone()} />
      )}
      {older && (
        <p>
          <Button href={older}>Older entries</Button>
        </p>
      )}
    </div>
  )
}
