import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { PricePath } from '@/components/plots/price-path'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { SectionHead } from '@/components/ui/section-head'
import { publicResult } from '@/domain/results/public-queries'
import { roundName } from '@/domain/rounds/round-name'
import { formatMoney } from '@/lib/money'
import { viewerZone } from '@/lib/time/viewer-zone'
import { Bidders } from './_parts/bidders'
import { OutcomeHead } from './_parts/outcome-head'
import { Verified } from './_parts/verified'

type Props = PageProps<'/results/[key]'>

const load = cache((key: string) => publicResult(key))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const result = await load((await params).key)
  if (!result) return { title: 'No result' }
  const { label, winner, priceMinor } = result
  const price = priceMinor === null ? '' : ` for ${formatMoney(priceMinor)}`
  return {
    title: `Result for ${label}.org`,
    description: winner ? `${label}.org goes to ${winner}${price}.` : `${label}.org was not sold.`,
    alternates: { canonical: `/results/${label}` },
  }
}

export default async function ResultPage({ params }: Props) {
  const result = await load((await params).key)
  if (!result) notFound()
  const zone = await viewerZone()
  const { label, steps, opensAt, closedAt, reserveMinor } = result
  const last = steps.at(-1)
  return (
    <div className="wrap page">
      <Breadcrumb
        items={[
          { text: 'Results', href: '/results' },
          { text: roundName(result.round), href: result.round.path },
          { text: <span className="label">{label}</span> },
        ]}
      />
      <OutcomeHead result={result} zone={zone} />
      <div className="two">
        <section aria-labelledby="path">
          <SectionHead title="Price path" id="path" minor />
          {last && closedAt ? (
            <div className="pt-4">
              <PricePath
                title={`Price path of ${label}.org`}
                description={`From a reserve of ${formatMoney(reserveMinor)} to ${formatMoney(last.minor)} in ${steps.length} steps.`}
                steps={steps.map(({ at, minor, paddle }) => ({ at, minor, who: `Paddle ${paddle}` }))}
                opensAt={opensAt}
                closesAt={closedAt}
                reserveMinor={reserveMinor}
                csvHref={`/api/v1/results/${result.lotId}/prices?format=csv`}
              />
            </div>
          ) : (
            <p className="soft pt-4">There was no bidding on this name.</p>
          )}
        </section>
        <Bidders result={result} />
      </div>
      <Verified result={result} />
    </div>
  )
}
