import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import type { PublicResult } from '@/domain/results/public-queries'
import { roundName } from '@/domain/rounds/round-name'
import { FindResult } from './find-result'
import { ResultsTable } from './results-table'

const MOST = 8

/** The newest results, whatever their round, and the way to check any of them. */
export function LatestResults({ results, zone }: { results: PublicResult[]; zone: string }) {
  const [newest] = results
  const shown = results.slice(0, MOST)
  const rounds = [...new Set(shown.map(({ round }) => roundName(round)))]
  return (
    <section className="sec two">
      <div>
        <SectionHead
          title="Latest results"
          {...(newest && { link: { href: '/results', text: 'All results' } })}
        />
        {newest ? (
          <>
            <ResultsTable results={shown} caption="The newest results" />
            <p className="small muted mt-3 max-w-none">
              {rounds.join('; ')}. The newest is final since <When at={newest.finalAt} zone={zone} />.
            </p>
          </>
        ) : (
          <p className="soft pt-5">
            No round is final yet. Results appear here with the price, the plan’s score and the whole record.
          </p>
        )}
      </div>
      <div>
        <SectionHead title="Verify a result" />
        <div className="stack pt-5">
          <p className="soft">
            Every event of an auction is kept. Pick a name: its result is decided again from the record while
            you wait, and you can take the record with you.
          </p>
          <FindResult />
        </div>
      </div>
    </section>
  )
}
