import type { Metadata } from 'next'
import Link from 'next/link'
import { ModelTable } from '@/components/qpi/model-table'
import { PlaceholderNotice } from '@/components/qpi/placeholder-notice'
import { PromotionList } from '@/components/qpi/promotion-list'
import { SectionHead } from '@/components/ui/section-head'
import { publishedPromotions } from '@/domain/promotions/queries'
import { monthWords } from '@/domain/qpi/months'
import { presentModel } from '@/domain/qpi-models/queries'
import { viewerZone } from '@/lib/time/viewer-zone'

export const metadata: Metadata = {
  title: 'Quality Performance Index',
  description: 'What PIR’s Quality Performance Index for registrars is, and how it is computed.',
}

/** What the index is and how it is computed, with the model that holds (R15). */
export default async function QpiPage() {
  const model = await presentModel()
  const promotions = await publishedPromotions()
  const zone = await viewerZone()
  return (
    <div className="wrap page space-y-8">
      <header className="space-y-3">
        <h1>Quality Performance Index</h1>
        <p className="lede">
          Since 2019 Public Interest Registry measures how well the names of each registrar under .ORG do, and
          rewards registrars whose names do well. This page says how the portal computes it.
        </p>
      </header>
      {model?.placeholder && <PlaceholderNotice version={model.version} />}
      <section aria-labelledby="how" className="stack">
        <SectionHead title="How a score comes about" id="how" />
        <ol className="prose list-decimal space-y-2 ps-6">
          <li>
            <b>Abuse comes first.</b> Names on the abuse listings are counted once, however many listings name
            them. More malicious names in 10,000 than the gate allows: no score, whatever the rest.
          </li>
          <li>
            <b>Each KPI becomes a value from 0 to 1</b>: 0 at its floor, 1 at its target, straight in between;
            beyond the target it does not grow.
          </li>
          <li>
            <b>The score is the weighed mean</b> of the values, from 0 to 100.
          </li>
          <li>
            <b>What is missing is missing.</b> It is never taken for 0, and its weight goes to nothing else:
            without every figure there is no score.
          </li>
          <li>
            <b>Small portfolios</b> are not ranked, and every score has an interval: how far chance alone
            could carry it, 19 times in 20 (Wilson’s interval for shares, Student’s for means, put together by
            recovered variances).
          </li>
        </ol>
        <p>
          An example: 800 of 1,000 names renewed is 0.80. With 0 points at 50 % and full points at 85 % the
          value is (0.80 − 0.50) / 0.35 = 0.857; at a weight of 30 % that brings 25.7 points.
        </p>
      </section>
      {model && (
        <section aria-labelledby="model" className="stack">
          <SectionHead title={`The model: ${model.version}`} id="model">
            From {monthWords(model.validFrom)}
          </SectionHead>
          <ModelTable model={model.content} />
          <p className="small muted">
            SHA-256 <span className="mono break-all">{model.contentHash}</span>
          </p>
        </section>
      )}
      <section aria-labelledby="promotions" className="stack">
        <SectionHead title="Promotions" id="promotions" />
        <p>
          A promotion is published here with its baseline before it opens, and nothing of it changes
          afterwards. A registrar at the baseline is pre-qualified.
        </p>
        {promotions.length === 0 ? (
          <p className="muted">No promotion is published.</p>
        ) : (
          <PromotionList promotions={promotions} zone={zone} />
        )}
      </section>
      <section aria-labelledby="registrars" className="stack">
        <SectionHead title="For registrars" id="registrars" />
        <p>
          People who act for a registrar see its score, every figure with the file and line it stands in,
          where it stands in the market, what would close its gap, and may appeal:{' '}
          <Link href="/registrar/qpi">quality of your names</Link>. Scores of single registrars are not
          public.
        </p>
      </section>
    </div>
  )
}
