import type { Metadata } from 'next'
import Link from 'next/link'
import { StackedBars } from '@/components/plots/stacked-bars'
import { EmptyState } from '@/components/ui/empty-state'
import { publicProceeds } from '@/domain/proceeds/public-queries'
import { ProceedsTable } from './_parts/proceeds-table'
import { SharesInForce } from './_parts/shares-in-force'

export const metadata: Metadata = {
  title: 'Proceeds',
  description:
    'What the allocation of short .ORG names came to, phase by phase and year by year, and where it goes.',
}

/** What final rounds came to and how it is split (R14.3). */
export default async function Proceeds() {
  const { phases, years, shares, partNames } = await publicProceeds()
  return (
    <div className="wrap page">
      <h1>Proceeds</h1>
      <p className="lede">
        What the allocation of short names came to, and how it is split. The sums follow from the results as
        they become final.
      </p>
      {phases.length === 0 ? (
        <div className="pt-6">
          <EmptyState title="No round is final yet">The sums appear here with the first results.</EmptyState>
        </div>
      ) : (
        <>
          <div className="pt-6">
            <StackedBars
              title="Proceeds by phase"
              description="The sum of prices of each phase and its parts; the figures stand in the table below."
              partNames={partNames}
              bars={phases.map(({ key, name, partsMinor }) => ({
                name: `Phase ${key}`,
                long: name,
                parts: partsMinor,
              }))}
              csvHref="/api/v1/proceeds?format=csv"
            />
          </div>
          <ProceedsTable title="Phase by phase" of="Phase" rows={phases} />
          <ProceedsTable title="Year by year" of="Year" rows={years} />
          <p className="small soft mt-3">
            Prices of final results, from the same records as{' '}
            <Link href="/results" prefetch={false}>
              the results
            </Link>
            . After a default the next price counts instead, or none. Years are those in which results became
            final (UTC). Deposits that were forfeited are not part of these sums.
          </p>
        </>
      )}
      <SharesInForce shares={shares} />
    </div>
  )
}
