import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { AwardNews } from '@/components/awards/award-news'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { publicResult } from '@/domain/results/public-queries'
import { roundName } from '@/domain/rounds/round-name'
import { formatMoney } from '@/lib/money'
import { viewerZone } from '@/lib/time/viewer-zone'
import { HowItWent } from '../../_parts/how-it-went'
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
  const { label } = result
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
        <HowItWent result={result} />
        <Bidders result={result} />
      </div>
      {result.course && <AwardNews course={result.course} zone={zone} />}
      <Verified result={result} />
    </div>
  )
}
