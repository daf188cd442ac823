import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LabelName } from '@/components/labels/label-name'
import { BackLink } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { DecisionOutcome } from '@/db/schema/reviews'
import { outcomeWords } from '@/domain/decisions/rules'
import { formatHundredths } from '@/domain/reviews/rules'
import { may } from '@/lib/access/policy'
import { askToDecide } from '../../actions'
import { loadPanel } from '../../load-panel'

type Props = PageProps<'/admin/rounds/[roundId]/reviews/decisions/propose'>

export const metadata: Metadata = { title: 'Propose decisions' }

/** The names, before anything is proposed. */
export default async function ProposePage({ params, searchParams }: Props) {
  const { person, round, plans } = await loadPanel((await params).roundId)
  const { outcome: wanted, application } = await searchParams
  const outcome = (Object.keys(outcomeWords) as DecisionOutcome[]).find((one) => one === wanted)
  const ids = [application ?? []].flat()
  const chosen = plans.filter(({ applicationId }) => ids.includes(applicationId))
  if (!outcome || may(person, 'decision.propose') !== 'yes') notFound()
  const home = `/admin/rounds/${round.id}/reviews/decisions`
  const word = outcomeWords[outcome]
  return (
    <div className="wrap page stack">
      <BackLink href={home}>Back to the decisions</BackLink>
      <h1>
        {word}: {chosen.length} {chosen.length === 1 ? 'application' : 'applications'}
      </h1>
      {chosen.length === 0 ? (
        <p>
          You chose none. <a href={home}>Choose at least one application.</a>
        </p>
      ) : (
        <Form action={askToDecide}>
          <input type="hidden" name="roundId" value={round.id} />
          <input type="hidden" name="outcome" value={outcome} />
          <ul>
            {chosen.map(({ applicationId, label, reference, panel }) => (
              <li key={applicationId} className="task">
                <input type="hidden" name="application" value={applicationId} />
                <span>
                  <LabelName label={label} /> <span className="small muted mono">{reference}</span>
                </span>
                <span className="num">
                  {typeof panel?.score.scoreHundredths === 'number'
                    ? `${formatHundredths(panel.score.scoreHundredths)} of 100`
                    : 'No score'}
                </span>
              </li>
            ))}
          </ul>
          <TextArea
            name="reason"
            label="Reason"
            hint="It stands in each applicant’s letter, above the scores. At least 10 characters."
            rows={4}
            maxLength={4000}
          />
          <div className="actions ruled">
            <SubmitButton icon="users">Ask an officer to approve</SubmitButton>
          </div>
        </Form>
      )}
    </div>
  )
}
