import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { ScoreDistribution } from '@/components/plots/score-distribution'
import { PlaceholderNotice } from '@/components/qpi/placeholder-notice'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Pager } from '@/components/ui/pager'
import { SectionHead } from '@/components/ui/section-head'
import { monthWords } from '@/domain/qpi/months'
import { qpiStatuses } from '@/domain/qpi/statuses'
import { type LeagueFilter, leagueTable } from '@/domain/qpi-scores/queries'
import { may } from '@/lib/access/policy'
import { sayCount } from '@/lib/say-count'
import { viewerZone } from '@/lib/time/viewer-zone'
import { ComputeForm } from './_parts/compute-form'
import { LeagueSearch } from './_parts/league-search'
import { LeagueTable } from './_parts/league-table'
import { QpiTabs } from './_parts/qpi-tabs'
import { StatusCounts } from './_parts/status-counts'

export const metadata: Metadata = { title: 'Quality Performance Index' }

/** The league table of a month (R15.1). */
export default async function QpiPage({ searchParams }: PageProps<'/admin/qpi'>) {
  const person = await requirePerson()
  const given = await searchParams
  const one = (name: string) => ([given[name]].flat()[0] ?? '').trim().slice(0, 100)
  const filter: LeagueFilter = {
    period: one('period'),
    status: qpiStatuses.find((status) => status === one('status')),
    text: one('q'),
    page: Math.min(1000, Math.max(1, Number.parseInt(one('page'), 10) || 1)),
  }
  const league = await leagueTable(person, filter)
  if (!league) notFound()
  const zone = await viewerZone()
  const compute = may(person, 'qpi-score.compute') === 'yes' && league.computable.length > 0 && (
    <ComputeForm
      months={league.computable}
      current={league.computable.find((month) => month === filter.period) ?? league.run?.period}
    />
  )
  return (
    <div className="wrap page space-y-8">
      <header className="space-y-3">
        <h1>Quality Performance Index</h1>
        <p className="lede">
          How well each registrar’s names under .ORG do, month by month. The abuse gate is judged first;
          whatever is missing is “insufficient data”, never 0 (R15).
        </p>
      </header>
      <QpiTabs current="scores" />
      {!league.run ? (
        <>
          <EmptyState title="No month is computed yet">
            Read the transactions report of a month and what goes with it under Files; then compute its scores
            here.
          </EmptyState>
          {compute}
        </>
      ) : (
        <>
          {league.run.placeholder && <PlaceholderNotice version={league.run.modelVersion} />}
          {league.run.remarks.map((remark) => (
            <Notice key={remark} tone="info" title={remark} />
          ))}
          <section aria-labelledby="month" className="stack">
            <SectionHead title={monthWords(league.run.period)} id="month">
              Computed <When at={league.run.computedAt} zone={zone} />, model {league.run.modelVersion}
            </SectionHead>
            <StatusCounts counts={league.counts} />
            {league.unattributed > 0 && (
              <p>
                <a href={`/admin/qpi/runs/${league.run.id}/unattributed`} download>
                  {sayCount(league.unattributed, ['listed name that counts', 'listed names that count'])} for
                  nobody (CSV)
                </a>
                : ask the registry who sponsors them, and read its answer under Files.
              </p>
            )}
            <ScoreDistribution
              title={`Scores of ${monthWords(league.run.period)}`}
              counts={league.distribution}
            />
          </section>
          <section aria-labelledby="league" className="stack">
            <SectionHead title="League table" id="league">
              {league.total.toLocaleString('en')}
            </SectionHead>
            <LeagueSearch filter={filter} months={league.months} period={league.run.period} />
            {league.rows.length === 0 ? (
              <EmptyState title="No registrar fits" sorts={false}>
                Search for another name or IANA id, or show all.
              </EmptyState>
            ) : (
              <LeagueTable rows={league.rows} model={league.run.model} />
            )}
            <Pager page={league.page} pages={league.pages} href={(page) => hrefOf(filter, page)} />
            <div className="row">
              <Button href={`/admin/qpi/runs/${league.run.id}/csv`} size="s" icon="download" download>
                Scores with their sources (CSV)
              </Button>
              <Button href={`/admin/qpi/runs/${league.run.id}/bundle`} size="s" icon="download" download>
                Bundle for the command line
              </Button>
            </div>
            <p className="small soft">
              Computation {league.run.number} of the month. Anyone with the bundle computes the same scores
              with <code>portal qpi score</code>. Bundle SHA-256:{' '}
              <span className="mono break-all">{league.run.bundleHash}</span>
            </p>
          </section>
          {compute}
        </>
      )}
    </div>
  )
}

function hrefOf({ period, status, text }: LeagueFilter, page: number): string {
  const query = new URLSearchParams({
    ...(period && { period }),
    ...(status && { status }),
    ...(text && { q: text }),
    page: String(page),
  })
  return `/admin/qpi?${query}`
}
