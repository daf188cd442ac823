import Link from 'next/link'
import { SectionHead } from '@/components/ui/section-head'
import { formatWords } from '@/domain/rounds/format-words'
import type { RoundInFull } from '@/domain/rounds/public-queries'
import { clockExample } from '@/domain/rounds/work-clock-example'
import { sealedExample } from '@/domain/rounds/work-sealed-example'
import { formatRules } from '@/domain/rounds/worked-example'
import { ClockExampleTable } from '../../../_parts/clock-example-table'
import { ExampleTable } from '../../../_parts/example-table'
import { SealedExampleTable } from '../../../_parts/sealed-example-table'

/** The format in plain words, with an example under the round's own settings. */
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
      <Example round={round} reserveMinor={reserveMinor} />
    </section>
  )
}

/** One worked example, of the format and settings of this round. */
function Example({
  round: { format, settings },
  reserveMinor,
}: {
  round: RoundInFull
  reserveMinor: bigint
}) {
  switch (format) {
    case 'open-ascending':
      return <ExampleTable settings={settings} reserveMinor={reserveMinor} />
    case 'ascending-clock': {
      const example = clockExample(settings, reserveMinor)
      return example ? <ClockExampleTable example={example} reserveMinor={reserveMinor} /> : null
    }
    default:
      return (
        <SealedExampleTable
          example={sealedExample(format, settings, reserveMinor)}
          reserveMinor={reserveMinor}
        />
      )
  }
}
