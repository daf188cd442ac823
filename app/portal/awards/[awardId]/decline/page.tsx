import type { Metadata } from 'next'
import { LabelName } from '@/components/labels/label-name'
import { Notice } from '@/components/ui/notice'
import { isDefault } from '@/domain/awards/end-award'
import { spell } from '@/domain/labels/spell'
import { AnswerPage } from '../../_parts/answer-page'
import { loadAward } from '../../_parts/load-award'
import { decline } from '../../actions'

type Props = PageProps<'/portal/awards/[awardId]/decline'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { award } = await loadAward((await params).awardId)
  return { title: `Decline the award of ${award.label}.org` }
}

export default async function DeclinePage({ params }: Props) {
  const found = await loadAward((await params).awardId)
  const { label } = found.award
  const costs = isDefault(found.award, 'declined')
  return (
    <AnswerPage
      found={found}
      answer="decline"
      action={decline}
      title={
        <>
          Decline <LabelName label={label} spelled={false} />, {spell(label)}?
        </>
      }
      confirm={`I have read what follows, and the name: ${spell(label)}.`}
    >
      {costs ? (
        <Notice tone="bad" title="Declining what you won is a default">
          Up to 10 % of the price is kept from your deposit (R10.3). The name is offered to the next in order,
          and you cannot take it back.
        </Notice>
      ) : (
        <Notice tone="warn" title="You cannot take it back">
          It costs you nothing. The name is offered to the next in order.
        </Notice>
      )}
    </AnswerPage>
  )
}
