import type { Metadata } from 'next'
import { LabelName } from '@/components/labels/label-name'
import { Money } from '@/components/money/money'
import { BackLink } from '@/components/ui/breadcrumb'
import { DefinitionList } from '@/components/ui/definition-list'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { answerDays } from '@/domain/awards/deadlines'
import { passSentence } from '@/domain/awards/pass-words'
import { loadWithNext } from '../../_parts/load-award'
import { askToOfferNext } from '../../actions'

type Props = PageProps<'/admin/awards/[awardId]/next'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { award } = await loadWithNext((await params).awardId)
  return { title: `The next in order for ${award.label}.org` }
}

/** Who is next under the round's published rule, before anything is asked of the second officer. */
export default async function NextPage({ params }: Props) {
  const { award, next } = await loadWithNext((await params).awardId)
  const { id, lotId, label, round } = award
  const { candidate, passedOver } = next
  return (
    <div className="wrap page">
      <BackLink href={`/admin/awards/${id}`}>The award</BackLink>
      <div className="question">
        <h1>
          {candidate ? 'Offer' : 'Return'} <LabelName label={label} />{' '}
          {candidate ? 'to the next in order' : 'to reserved'}
        </h1>
        {candidate ? (
          <>
            <p className="lede">
              {round.settings.runnerUp === 'own-exit'
                ? 'The round’s rule: the next in order pays what it bid itself (R7.8).'
                : 'The round’s rule: the next pays the price recomputed without those whose award ended (R7.8).'}
            </p>
            <DefinitionList
              items={[
                { term: 'To', value: `${candidate.organisation}, paddle ${candidate.paddle}` },
                { term: 'Price', value: <Money minor={candidate.priceMinor} /> },
                { term: 'Time to answer', value: `${answerDays(round.settings).next} business days` },
              ]}
            />
          </>
        ) : (
          <p className="lede">
            Nobody in order is left at or above the reserve. The name goes back to reserved, and its page says
            why. It must be released anew before another round can offer it.
          </p>
        )}
        {passedOver.length > 0 && (
          <div className="mt-6">
            <Notice title="Passed over">{passedOver.map(passSentence).join(' ')}</Notice>
          </div>
        )}
        <Form action={askToOfferNext}>
          <input type="hidden" name="lotId" value={lotId} />
          <div className="actions ruled">
            <SubmitButton variant={candidate ? 'primary' : 'danger'} icon="users">
              Ask a second officer
            </SubmitButton>
          </div>
        </Form>
      </div>
    </div>
  )
}
