import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { When } from '@/components/time/when'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { allocationsForOfficers } from '@/domain/allocations/officer-queries'
import { reportOutcomeWords } from '@/domain/allocations/rules'
import { viewerZone } from '@/lib/time/viewer-zone'
import { AllocationsTable } from './_parts/allocations-table'

export const metadata: Metadata = { title: 'Allocations' }

/** From paid to allocated, and what the registry reported that somebody has to look at (R11). */
export default async function AllocationsPage() {
  const found = await allocationsForOfficers(await requirePerson(), undefined)
  if (!found) notFound()
  const { rows, alarms } = found
  const zone = await viewerZone()
  return (
    <div className="wrap page space-y-10">
      <header>
        <h1>Allocations</h1>
        <p className="lede">
          A paid name is created by its registrar with a token that works once. The registry reports it,
          signed; what the public register then says makes it allocated.
        </p>
      </header>
      {rows.length === 0 ? (
        <EmptyState title="No name is being allocated">
          Once an award is paid in full, it stands here until the register confirms it.
        </EmptyState>
      ) : (
        <AllocationsTable rows={rows} zone={zone} />
      )}
      <section aria-labelledby="alarms">
        <SectionHead title="Reports to look at" id="alarms" minor />
        {alarms.length === 0 && (
          <p className="small muted mt-3">The registry reported nothing that does not fit.</p>
        )}
        <ul className="announcements mt-0 border-t-0">
          {alarms.map(({ id, receivedAt, name, registrarIanaId, outcome, awardId }) => (
            <li key={id} className="row between">
              <span>
                {awardId ? (
                  <Link href={`/admin/allocations/${awardId}`} prefetch={false}>
                    {name ?? 'A report'}
                  </Link>
                ) : (
                  (name ?? 'A report')
                )}
                : {reportOutcomeWords[outcome]}
                {registrarIanaId && <span className="muted">, IANA id {registrarIanaId}</span>}
              </span>
              <span className="muted">
                <When at={receivedAt} zone={zone} />
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
