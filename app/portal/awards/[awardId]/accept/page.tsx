import type { Metadata } from 'next'
import { LabelName } from '@/components/labels/label-name'
import { Money } from '@/components/money/money'
import { When } from '@/components/time/when'
import { spell } from '@/domain/labels/spell'
import { viewerZone } from '@/lib/time/viewer-zone'
import { AnswerPage } from '../../_parts/answer-page'
import { loadAward } from '../../_parts/load-award'
import { accept } from '../../actions'

type Props = PageProps<'/portal/awards/[awardId]/accept'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { award } = await loadAward((await params).awardId)
  return { title: `Accept the award of ${award.label}.org` }
}

export default async function AcceptPage({ params }: Props) {
  const found = await loadAward((await params).awardId)
  const { label, priceMinor, payBy, organisation } = found.award
  const zone = await viewerZone()
  return (
    <AnswerPage
      found={found}
      answer="accept"
      action={accept}
      title={
        <>
          Accept <LabelName label={label} spelled={false} />, {spell(label)}, for <Money minor={priceMinor} />
          ?
        </>
      }
      confirm={`I have read the name: ${spell(label)}.`}
    >
      <ul className="list-disc space-y-1 ps-5">
        <li>
          {organisation} then owes the price. The deposit counts towards it; the rest has to arrive before{' '}
          <When at={payBy} zone={zone} />.
        </li>
        <li>The invoice says what is left to pay and how. Check it here in the portal before you pay.</li>
        <li>
          If it is not paid in full by then, the award ends: up to 10 % of the price is kept from the deposit.
        </li>
      </ul>
    </AnswerPage>
  )
}
