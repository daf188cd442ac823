import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import type { PublicResult } from '@/domain/results/public-queries'
import { formatWords } from '@/domain/rounds/format-words'
import { FindResult } from './find-result'
import { ResultsTable } from './results-table'

const MOST = 5

/** The results of the newest final round, and the way to check any of them. */
export function LatestResults({ results, zone }: { results: PublicResult[]; zone: string }) {
  const [newest] = results
  const shown = results.filter(({ round }) => round.slug === newest?.round.slug).slice(0, MOST)
  return (
    <section className="sec two">
      <div>
        <SectionHead
          title="Latest results"
          {...(newest && { link: { href: '/results', text: 'All results' } })}
        />
        {newest ? (
          <>
            <ResultsTable results={shown} caption={`Results of round ${newest.round.number}`} />
            <p className="small muted mt-3 max-w-none">
              Round {newest.round.number}, {formatWords[newest.round.format].toLowerCase()}. Final since{' '}
              <When at={newest.finalAt} zone={zone} />.
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
