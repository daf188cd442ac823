import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { PlaceholderNotice } from '@/components/qpi/placeholder-notice'
import { PromotionList } from '@/components/qpi/promotion-list'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { promotionForOfficers } from '@/domain/promotions/queries'
import { monthWords } from '@/domain/qpi/months'
import { currentActor } from '@/lib/access/current-actor'
import { viewerZone } from '@/lib/time/viewer-zone'
import { Standings } from '../_parts/standings'

type Props = PageProps<'/admin/qpi/promotions/[promotionId]'>

const read = async ({ params }: Props) => promotionForOfficers(await currentActor(), await params)

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props))?.promotion.name ?? 'Not found' }
}

/** Who is pre-qualified, and how far the others are (R15.4). */
export default async function PromotionPage(props: Props) {
  await requirePerson()
  const found = await read(props)
  if (!found) notFound()
  const { promotion, run, registrars, placeholder } = found
  const qualified = registrars.filter(({ isPreQualified }) => isPreQualified)
  const below = registrars.filter(({ isPreQualified }) => !isPreQualified)
  return (
    <div className="wrap page space-y-8">
      <header className="space-y-3">
        <Breadcrumb
          items={[{ text: 'Promotions', href: '/admin/qpi/promotions' }, { text: promotion.name }]}
        />
        <h1>{promotion.name}</h1>
      </header>
      {placeholder && <PlaceholderNotice version={promotion.modelVersion} />}
      <PromotionList promotions={[promotion]} zone={await viewerZone()} />
      {!run ? (
        <EmptyState title={`${monthWords(promotion.period)} is not computed yet`} sorts={false}>
          Compute the month under the model {promotion.modelVersion} before the promotion opens.
        </EmptyState>
      ) : (
        <>
          <section aria-labelledby="qualified" className="stack">
            <SectionHead title="Pre-qualified" id="qualified">
              {qualified.length.toLocaleString('en')}
            </SectionHead>
            <Standings rows={qualified} none="Nobody is at the baseline." />
          </section>
          <section aria-labelledby="below" className="stack">
            <SectionHead title="Below the baseline" id="below">
              {below.length.toLocaleString('en')}
            </SectionHead>
            <Standings rows={below} none="Everybody with a score is at the baseline." />
          </section>
        </>
      )}
    </div>
  )
}
