import Link from 'next/link'
import { SectionHead } from '@/components/ui/section-head'
import { formatWords } from '@/domain/rounds/format-words'
import type { RoundInFull } from '@/domain/rounds/public-queries'
import { formatRules } from '@/domain/rounds/worked-example'
import { ExampleTable } from '../../../_parts/example-table'

/** The format in plain words, with an example of the round's own increments where there is one. */
export function HowItIsDecided({ round }: { round: RoundInFull }) {
  const reserveMinor = round.lots[0]?.reserveMinor ?? BigInt(round.settings.defaultReserveMinor)
  return (
    <section aria-labelledby="decided">
      <SectionHead title="How it is decided" id="decided" minor />
      <div className="prose pt-3">
        <p>
          <b>{formatWords[round.format]}.</b> The full text is{' '}
          <Link href="/rules#R7.3" prefetch={false}>
            R7.3
          </Link>
          .
        </p>
        <ul>
          {formatRules[round.format].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          <li>
            One qualified applicant for a name: no auction, the name is allotted at the reserve. None: it goes
            back to released (R7.4).
          </li>
        </ul>
      </div>
      {round.format === 'open-ascending' && (
        <ExampleTable settings={round.settings} reserveMinor={reserveMinor} />
      )}
    </section>
  )
}
