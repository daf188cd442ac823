import { sectionAnchor } from '@/components/plans/section-anchor'
import { Spread } from '@/components/reviews/spread'
import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { Select } from '@/components/ui/select'
import { Mark } from '@/components/ui/status'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { Criterion } from '@/db/schema/rounds'
import type { PanelPlan } from '@/domain/reviews/read-panel'
import { formatWeight, MOST_REASON, scoreValues } from '@/domain/reviews/rules'
import { agree } from '../../actions'

/** One criterion of a plan: every submitted score with its reason, and what the discussion came to. */
export function CriterionScores({
  criterion: { id, name, weightBp },
  panel,
  roundId,
  applicationId,
  discussion,
}: {
  criterion: Criterion
  panel: PanelPlan
  roundId: string
  applicationId: string
  /** Whether the viewer may record a discussion now, and is about to: one form at a time. */
  discussion: 'closed' | 'link' | 'form'
}) {
  const given = panel.sheets.flatMap(({ reviewer, assignmentId, scores }) =>
    scores.filter(({ criterion }) => criterion === id).map((score) => ({ ...score, reviewer, assignmentId })),
  )
  const mean = panel.score.byCriterion[id] ?? null
  const disagreement = panel.raw.disagreements.find(({ criterion }) => criterion === id)
  const agreed = panel.consensus.find(({ criterion }) => criterion === id)
  return (
    <section className="sec" id={id}>
      <SectionHead title={`${name}, ${formatWeight(weightBp)}`} minor>
        <span className="row [--gap:.6rem]">
          <Spread values={given.flatMap(({ value }) => (value === null ? [] : [value]))} />
          <b className="num">{mean === null ? 'No score' : `${mean.toFixed(2)} of 5`}</b>
        </span>
      </SectionHead>
      <ul>
        {given.map(({ assignmentId, reviewer, value, reason, citations }) => (
          <li key={assignmentId} className="task items-start">
            <span>
              <b>{reviewer}</b>
              <small className="whitespace-pre-wrap">{reason}</small>
              {citations.map(({ section, quote, occurrence }) => (
                <small key={`${section} ${quote} ${occurrence}`} className="block">
                  <q>{quote}</q> <a href={`#${sectionAnchor(section)}`}>in the plan</a>
                </small>
              ))}
            </span>
            <b className="num">{value ?? 'Not applicable'}</b>
          </li>
        ))}
        {given.length === 0 && <li className="task muted">No review is submitted yet.</li>}
      </ul>
      {agreed && (
        <p className="mt-4">
          <Mark tone="good" icon="message-square">
            Discussed: {agreed.value === null ? 'the scores stand' : `agreed on ${agreed.value}`}
          </Mark>{' '}
          <span className="small soft">
            {agreed.reason} ({agreed.by})
          </span>
        </p>
      )}
      {disagreement && !agreed && (
        <p className="mt-4">
          <Mark tone="warn" icon="message-square">
            Must be discussed: scores from {disagreement.min} to {disagreement.max}
          </Mark>
        </p>
      )}
      {disagreement && discussion === 'link' && panel.outstanding === 0 && (
        <p className="mt-3">
          <Button size="s" href={`?discuss=${id}#${id}`}>
            Record what the discussion came to
          </Button>
        </p>
      )}
      {disagreement && discussion === 'form' && (
        <RecordDiscussion roundId={roundId} applicationId={applicationId} criterion={id} />
      )}
    </section>
  )
}

function RecordDiscussion(about: { roundId: string; applicationId: string; criterion: string }) {
  return (
    <Form action={agree} className="form mt-4">
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        name="value"
        label="Outcome of the discussion"
        blank="Choose"
        short
        options={[
          { value: 'stand', label: 'The scores stand' },
          ...scoreValues.map((value) => ({ value: String(value), label: `Agreed on ${value}` })),
        ]}
      />
      <TextArea
        name="reason"
        label="Reason"
        hint="The original scores stay. The applicant reads this, too."
        rows={3}
        maxLength={MOST_REASON}
      />
      <div className="actions">
        <SubmitButton>Record</SubmitButton>
      </div>
    </Form>
  )
}
