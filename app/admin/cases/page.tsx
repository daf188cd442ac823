import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { EmptyState } from '@/components/ui/empty-state'
import { casesForOfficers } from '@/domain/cases/queries'
import { viewerZone } from '@/lib/time/viewer-zone'
import { CasesTable } from './_parts/cases-table'

export const metadata: Metadata = { title: 'Confusing use' }

/** Reports of confusing use whose reporter confirmed them (R13.1). */
export default async function CasesPage() {
  const cases = await casesForOfficers(await requirePerson(), undefined)
  if (!cases) notFound()
  const zone = await viewerZone()
  return (
    <div className="wrap page">
      <h1>Confusing use</h1>
      <p className="lede">
        What governments and country-code managers report. The registrant is heard, two officers decide, and
        both sides get the finding (R13.1).
      </p>
      {cases.length === 0 ? (
        <EmptyState title="No report yet">Reports appear here once their address is confirmed.</EmptyState>
      ) : (
        <CasesTable cases={cases} zone={zone} />
      )}
    </div>
  )
}
