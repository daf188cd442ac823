import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { awardFilters, awardFilterWords, matches } from '@/domain/awards/next-act'
import { awardsToManage } from '@/domain/awards/officer-queries'
import { viewerZone } from '@/lib/time/viewer-zone'
import { AwardsTable } from './_parts/awards-table'

export const metadata: Metadata = { title: 'Awards' }

/** Every award with its state, its deadline and who has to act; the filter is in the address. */
export default async function AwardsPage({ searchParams }: PageProps<'/admin/awards'>) {
  const all = await awardsToManage(await requirePerson(), {})
  if (!all) notFound()
  const wanted = [(await searchParams).show].flat()[0]
  const filter = awardFilters.find((known) => known === wanted)
  const shown = filter ? all.filter((award) => matches(award, filter)) : all
  return (
    <div className="wrap page stack">
      <header>
        <h1>Awards</h1>
        <p className="lede">
          A name that was sold is accepted, then paid, then registered. Whoever misses a deadline is in
          default, and the name goes to the next in order.
        </p>
      </header>
      <nav className="row [--gap:.4rem]" aria-label="Show">
        {awardFilters.map((each) => (
          <Chip
            key={each}
            href={each === filter ? '/admin/awards' : `/admin/awards?show=${each}`}
            text={awardFilterWords[each]}
            count={all.filter((award) => matches(award, each)).length}
            pressed={each === filter}
          />
        ))}
      </nav>
      {shown.length === 0 ? (
        <EmptyState title={all.length === 0 ? 'No awards yet' : 'No award is in this state'}>
          {all.length === 0
            ? 'Awards appear here as soon as a round is final.'
            : 'Choose another state above, or press the chosen one again to see all.'}
        </EmptyState>
      ) : (
        <AwardsTable awards={shown} zone={await viewerZone()} />
      )}
    </div>
  )
}
