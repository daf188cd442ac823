import { PricePath } from '@/components/plots/price-path'
import { SectionHead } from '@/components/ui/section-head'
import type { ResultInFull } from '@/domain/results/public-queries'
import { formatMoney } from '@/lib/money'

/** The price of a decided name from the opening to the close. Nothing where there was no bidding. */
export function ResultPath({ result }: { result: ResultInFull }) {
  const { label, steps, opensAt, closedAt, reserveMinor } = result
  const last = steps.at(-1)
  if (!last || !closedAt) return null
  return (
    <section aria-labelledby="price-path">
      <SectionHead title="Price path" id="price-path" minor />
      <div className="pt-4">
        <PricePath
          title={`Price path of ${label}.org`}
          description={`From a reserve of ${formatMoney(reserveMinor)} to ${formatMoney(last.minor)} in ${steps.length} steps.`}
          steps={steps.map(({ at, minor, paddle }) => ({ at, minor, who: `Paddle ${paddle}` }))}
          opensAt={opensAt}
          closesAt={closedAt}
          reserveMinor={reserveMinor}
          csvHref={`/api/v1/results/${label}/prices?format=csv`}
        />
      </div>
    </section>
  )
}
