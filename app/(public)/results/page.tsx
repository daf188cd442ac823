import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { findResultByText } from '@/domain/results/find-result'
import { publicResults } from '@/domain/results/public-queries'
import { formatWords } from '@/domain/rounds/format-words'
import { roundName } from '@/domain/rounds/round-name'
import { viewerZone } from '@/lib/time/viewer-zone'
import { FindResult } from '../_parts/find-result'
import { ResultsTable } from '../_parts/results-table'

export const metadata: Metadata = {
  title: 'Results',
  description:
    'Every short .ORG name that was decided: to whom, for how much, and the record to check it by.',
}

export default async function Results({ searchParams }: PageProps<'/results'>) {
  const asked = [(await searchParams).q].flat()[0]
  const [results, zone] = await Promise.all([publicResults(), viewerZone()])
  const found = asked === undefined ? undefined : findResultByText(asked, results)
  if (found?.ok) redirect(`/results/${found.label}`)
  const slugs = [...new Set(results.map(({ round }) => round.slug))]
  return (
    <div className="wrap page">
      <div className="catalogue-top">
        <div>
          <h1 className="mb-2">Results</h1>
          <p className="soft">
            A result is published once its round is final: every event was decided again and found equal.
          </p>
        </div>
        <FindResult value={asked} error={found && !found.ok ? found.message : undefined} />
      </div>
      {results.length === 0 && (
        <EmptyState title="No round is final yet" action={<Button href="/rounds">See the rounds</Button>}>
          Results appear here with the price, the plan’s score and the whole record.
        </EmptyState>
      )}
      {slugs.map((slug) => {
        const own = results.filter(({ round }) => round.slug === slug)
        const { round, finalAt } = own[0]!
        return (
          <section key={slug} className="pb-10" aria-labelledby={`round-${slug}`}>
            <SectionHead title={`Phase ${round.phase}, ${roundName(round)}`} id={`round-${slug}`}>
              <span className="row [--gap:.8rem]">
                <Link href={round.path} prefetch={false}>
                  The round
                </Link>
                <a href={`/api/v1/results?round=${slug}&format=csv`}>CSV</a>
                <a href={`/api/v1/results?round=${slug}`}>JSON</a>
              </span>
            </SectionHead>
            <ResultsTable results={own} caption={`Results of round ${round.number}`} />
            <p className="small muted mt-3 max-w-none">
              {formatWords[round.format]}. Final since <When at={finalAt} zone={zone} />.
            </p>
          </section>
        )
      })}
    </div>
  )
}
