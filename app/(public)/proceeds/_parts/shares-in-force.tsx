import Link from 'next/link'
import { DefinitionList } from '@/components/ui/definition-list'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import type { Shares } from '@/domain/proceeds/shares'
import { formatCalendarDay } from '@/lib/time/format-instant'

/** Where the money goes, from which day on; a placeholder says that it is one. */
export function SharesInForce({ shares }: { shares: readonly Shares[] }) {
  return (
    <section className="sec" aria-labelledby="shares">
      <SectionHead title="Where it goes" id="shares" minor />
      {shares.map(({ validFrom, parts, note, isPlaceholder }) => (
        <div key={validFrom ?? 'placeholder'} className="mt-4">
          {isPlaceholder ? (
            <Notice tone="warn" title="These shares are a placeholder">
              {note.replace('Placeholder. ', '')} It is a statement of practice, not a term of the agreement (
              <Link href="/rules#R14.3" prefetch={false}>
                R14.3
              </Link>
              ).
            </Notice>
          ) : (
            <p>
              <b>From {formatCalendarDay(validFrom ?? '')}.</b> {note}
            </p>
          )}
          <DefinitionList
            figures
            items={parts.map(({ name, shareBp }) => ({
              term: name,
              value: <span className="num">{(shareBp / 100).toFixed(2)} %</span>,
            }))}
          />
        </div>
      ))}
    </section>
  )
}
