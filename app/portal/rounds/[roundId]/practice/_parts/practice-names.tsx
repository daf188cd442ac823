import { LabelName } from '@/components/labels/label-name'
import { Money } from '@/components/money/money'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { SectionHead } from '@/components/ui/section-head'
import type { Practice } from '@/domain/practice/find-practice'

/** The invented names of a practice, each with its room and, afterwards, how it ended. */
export function PracticeNames({ practice }: { practice: Practice }) {
  const running = practice.state === 'bidding'
  return (
    <section aria-labelledby="practice">
      <SectionHead id="practice" minor title={running ? 'Your practice is running' : 'Your last practice'}>
        {running && (
          <>
            Bidding opens <When at={practice.biddingOpensAt} zone="UTC" seconds />
          </>
        )}
      </SectionHead>
      <ul>
        {practice.lots.map((lot) => (
          <li key={lot.lotId} className="task">
            <span>
              <LabelName label={lot.label} />
              <small>{running ? 'Practice, an invented name' : describeEnd(lot)}</small>
              {lot.priceMinor !== null && (
                <small>
                  Practice price <Money minor={lot.priceMinor} />
                </small>
              )}
            </span>
            <Button href={`/room/${lot.lotId}`} variant={running ? 'live' : 'default'} size="s">
              {running ? 'Enter the practice room' : 'See the practice room'}
              <span className="sr-only"> of {lot.label}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function describeEnd({ outcome, won }: Practice['lots'][number]): string {
  if (won) return 'You would have won'
  return outcome === 'sold' ? 'A bot would have won' : 'Nobody would have won'
}
