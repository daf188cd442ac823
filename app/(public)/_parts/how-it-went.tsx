import { ClockRounds } from '@/components/plots/clock-rounds'
import { PricePath } from '@/components/plots/price-path'
import { SealedBids } from '@/components/plots/sealed-bids'
import { SectionHead } from '@/components/ui/section-head'
import type { ResultInFull } from '@/domain/results/public-queries'
import type { PriceSource } from '@/domain/results/rank-sealed'
import { formatHundredths } from '@/domain/reviews/rules'
import { voidReason } from '@/domain/sealing/rules'
import { formatMoney } from '@/lib/money'

/** How a result came about: the price path, the sealed bids as they ranked, or the rounds of the clock. */
export function HowItWent({ result }: { result: ResultInFull }) {
  const { clock, sealed } = result
  const title = clock ? 'Round by round' : sealed ? 'Sealed bids' : 'Price path'
  return (
    <section aria-labelledby="path">
      <SectionHead title={title} id="path" minor />
      <div className="pt-4">
        <Plot result={result} />
      </div>
    </section>
  )
}

/** Whether there is anything to draw. */
export function wasBidFor({ clock, sealed, steps }: ResultInFull): boolean {
  return (clock ?? sealed?.bids ?? steps).length > 0
}

function Plot({ result }: { result: ResultInFull }) {
  if (!wasBidFor(result)) return <p className="soft">There was no bidding on this name.</p>
  if (result.clock) return <Clock result={result} clock={result.clock} />
  if (result.sealed) return <Sealed result={result} sealed={result.sealed} />
  return <Path result={result} />
}

function Path({ result }: { result: ResultInFull }) {
  const { lotId, label, steps, opensAt, closedAt, reserveMinor } = result
  const last = steps.at(-1)
  if (!last || !closedAt) return null
  return (
    <PricePath
      title={`Price path of ${label}.org`}
      description={`From a reserve of ${formatMoney(reserveMinor)} to ${formatMoney(last.minor)} in ${steps.length} steps.`}
      steps={steps.map(({ at, minor, paddle }) => ({ at, minor, who: `Paddle ${paddle}` }))}
      opensAt={opensAt}
      closesAt={closedAt}
      reserveMinor={reserveMinor}
      csvHref={`/api/v1/results/${lotId}/prices?format=csv`}
    />
  )
}

const SOURCES: Record<PriceSource, string> = {
  'own-bid': 'The highest bid pays itself.',
  'runner-up': 'The price is the least with which the winner still matches the runner-up.',
  reserve: 'No other bid takes the price above the reserve.',
}

function Sealed({ result, sealed }: { result: ResultInFull; sealed: NonNullable<ResultInFull['sealed']> }) {
  const { lotId, label, reserveMinor, voids } = result
  const { bids, price } = sealed
  return (
    <>
      <SealedBids
        title={`Sealed bids on ${label}.org`}
        description={`${bids.length} bids, the best first${price ? `; the winner pays ${formatMoney(price.minor)}` : ''}.`}
        bids={bids.map(({ paddle, amountMinor, countsMinor, weight }) => ({
          name: `Paddle ${paddle}`,
          minor: amountMinor,
          countsMinor,
          plan: weight && {
            score: formatHundredths(weight.scoreHundredths),
            adds: `${(weight.coefficientBp / 100).toFixed(2)} %`,
          },
        }))}
        price={price}
        reserveMinor={reserveMinor}
        csvHref={`/api/v1/results/${lotId}/bids?format=csv`}
      />
      {price && <p className="small muted mt-3">{SOURCES[price.from]}</p>}
      {voids.length > 0 && (
        <ul className="small muted mt-3">
          {voids.map(({ position, paddle, reason }) => (
            <li key={position}>
              A bid of paddle {paddle} is void. {voidReason(reason)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Clock({ result, clock }: { result: ResultInFull; clock: NonNullable<ResultInFull['clock']> }) {
  const { lotId, label, priceMinor, reserveMinor } = result
  return (
    <>
      <ClockRounds
        title={`Rounds of the clock on ${label}.org`}
        description={`${clock.length} rounds from a reserve of ${formatMoney(reserveMinor)} to ${formatMoney(clock.at(-1)?.endMinor ?? reserveMinor)}.`}
        rounds={clock.map(({ exits, ...round }) => ({
          ...round,
          exits: exits.map(({ paddle, minor }) => ({ name: `Paddle ${paddle}`, minor })),
        }))}
        priceMinor={priceMinor}
        reserveMinor={reserveMinor}
        csvHref={`/api/v1/results/${lotId}/prices?format=csv`}
      />
      {priceMinor !== null && (
        <p className="small muted mt-3">
          The winner pays the highest price at which another left, never below the reserve.
        </p>
      )}
    </>
  )
}
