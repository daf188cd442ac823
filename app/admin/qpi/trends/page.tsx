import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { type Range, Ranges } from '@/components/plots/ranges'
import { PlaceholderNotice } from '@/components/qpi/placeholder-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { gateWords } from '@/domain/qpi/kpi-words'
import { monthWords } from '@/domain/qpi/months'
import { marketTrends } from '@/domain/qpi-scores/queries'
import { sayCount } from '@/lib/say-count'
import { Movers } from '../_parts/movers'
import { QpiTabs } from '../_parts/qpi-tabs'
import { WatchList } from '../_parts/watch-list'

export const metadata: Metadata = { title: 'Trends of the Quality Performance Index' }

/** What changes from month to month, and who is near the abuse gate (R15.1). */
export default async function TrendsPage() {
  const person = await requirePerson()
  const trends = await marketTrends(person, undefined)
  if (!trends) notFound()
  if (!trends.run)
    return (
      <div className="wrap page space-y-8">
        <h1>Trends and watch list</h1>
        <QpiTabs current="trends" />
        <EmptyState title="No month is computed yet">Trends appear with the first scores.</EmptyState>
      </div>
    )
  const rows: Range[] = trends.months.map(({ period, values }) => ({ name: period, values }))
  const [first, ...rest] = rows
  return (
    <div className="wrap page space-y-8">
      <h1>Trends and watch list</h1>
      <QpiTabs current="trends" />
      {trends.run.placeholder && <PlaceholderNotice version={trends.run.modelVersion} />}
      <section aria-labelledby="months" className="stack">
        <SectionHead title="Month by month" id="months" />
        {first ? (
          <Ranges
            title="Scores of all registrars, month by month"
            description="Where the scores of each month lie; the figures stand in the table below."
            rows={[first, ...rest]}
            show={(value) => value.toFixed(1)}
          />
        ) : (
          <p className="muted">Nobody has a score yet.</p>
        )}
      </section>
      <section aria-labelledby="watch" className="stack">
        <SectionHead title="Abuse watch list" id="watch" />
        <p className="soft">
          {monthWords(trends.run.period)}. Beyond half of the gate of{' '}
          {sayCount(trends.gate, gateWords.numerator)} in 10,000; beyond the gate there is no score, whatever
          the rest.
        </p>
        <WatchList rows={trends.watched} gate={trends.gate} />
      </section>
      <section aria-labelledby="movers" className="stack">
        <SectionHead title="Movers" id="movers" />
        {trends.before === null ? (
          <p className="muted">With the second month it shows here who moved.</p>
        ) : (
          <>
            <p className="soft">
              From {monthWords(trends.before)} to {monthWords(trends.run.period)}.
            </p>
            <div className="grid gap-6 md:grid-cols-2">
              <Movers title="Up" rows={trends.up} />
              <Movers title="Down" rows={trends.down} />
            </div>
          </>
        )}
      </section>
    </div>
  )
}
