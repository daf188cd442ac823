import Link from 'next/link'
import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { Money } from '@/components/money/money'
import { DefinitionList } from '@/components/ui/definition-list'
import { Badge } from '@/components/ui/status'
import { holderOf } from '@/domain/awards/public-queries'
import { placeWords } from '@/domain/awards/tell-course'
import type { PublicLabel } from '@/domain/labels/public-label'
import { categoryWords, classWords } from '@/domain/labels/release-words'
import { spell } from '@/domain/labels/spell'
import type { ResultInFull } from '@/domain/results/public-queries'
import { formatHundredths } from '@/domain/reviews/rules'
import { formatWords } from '@/domain/rounds/format-words'
import { roundPath } from '@/domain/rounds/round-address'
import { roundName } from '@/domain/rounds/round-name'

/** The name as a piece of type, spelled, with its status and the facts that matter; beside it the one next step. */
export function Identity({
  name,
  result,
  children,
}: {
  name: PublicLabel
  result: ResultInFull | undefined
  children: React.ReactNode
}) {
  return (
    <section className="identity">
      <Sort label={name.label} status={name.status} size={232} decorative />
      <div>
        <h1>
          <LabelName label={name.label} spelled={false} />
        </h1>
        <p className="spelt">{spell(name.label)}</p>
        <Badge status={name.status} word={name.offer?.suspended ? 'Suspended' : undefined} />
      </div>
      <DefinitionList items={[...(result ? awardedFacts(result) : offerFacts(name)), ...classFacts(name)]} />
      <div className="act stack [--gap:.9rem]">{children}</div>
    </section>
  )
}

type Facts = { term: string; value: React.ReactNode }[]

function awardedFacts(result: ResultInFull): Facts {
  const bidders = result.bidders === 1 ? 'one bidder' : `${result.bidders} bidders`
  return [
    ...holderFacts(result),
    ...(result.scoreHundredths === null || (result.award && result.award.rank > 0)
      ? []
      : [{ term: 'Plan score', value: `${formatHundredths(result.scoreHundredths)} of 100` }]),
    {
      term: 'Round',
      value: (
        <>
          <Link href={result.round.path} prefetch={false}>
            {roundName(result.round)}
          </Link>
          , {bidders}
        </>
      ),
    },
  ]
}

/** Who has the name now, and for how much: after a default the next in order (R7.8). */
function holderFacts({ winner, priceMinor, course }: ResultInFull): Facts {
  const holder = holderOf(course)
  if (course && !holder) return [{ term: 'Awarded to', value: 'Nobody at present: the award ended' }]
  const minor = holder?.priceMinor ?? priceMinor
  const offered = holder && holder.rank > 0 && holder.state === 'offered'
  return [
    { term: offered ? 'Offered to' : 'Awarded to', value: holder ? placeWords(holder) : winner },
    ...(minor === null ? [] : [{ term: 'Price', value: <Money minor={minor} /> }]),
  ]
}

function offerFacts({ offer }: PublicLabel): Facts {
  if (!offer) return []
  return [
    {
      term: 'Round',
      value: (
        <>
          <Link href={roundPath(offer)} prefetch={false}>
            Phase {offer.phase}, round {offer.number}
          </Link>
          , {formatWords[offer.format].toLowerCase()}
        </>
      ),
    },
    { term: 'Reserve', value: <Money minor={offer.reserveMinor} /> },
    ...(offer.priceMinor === null
      ? []
      : [
          {
            term: offer.stage === 'bidding' ? 'Price now' : 'Last price',
            value: (
              <>
                <Money minor={offer.priceMinor} />, {countBids(offer.bids ?? 0)}
              </>
            ),
          },
        ]),
    { term: 'Applications', value: offer.applications ?? 'Shown after they close' },
    ...(offer.bidders === null ? [] : [{ term: 'Bidders', value: offer.bidders }]),
  ]
}

function countBids(bids: number): string {
  return bids === 1 ? 'one bid' : `${bids} bids`
}

function classFacts({ class: of, country, flagged }: PublicLabel): Facts {
  const words = country
    ? `${classWords[of]}; ${categoryWords[country.category].toLowerCase()}${country.cctld ? ', a country-code domain' : ''}`
    : `${classWords[of]}; no country code`
  return [
    { term: 'Class', value: words },
    ...(flagged
      ? [{ term: 'Review', value: 'Its country-code status changed; in no new round until reviewed (R2.3)' }]
      : []),
  ]
}
