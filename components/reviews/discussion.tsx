import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { Criterion } from '@/db/schema/rounds'

type Said = { id: string; who: string; criterion: string | null; text: string; at: Date }

/** What the panel said about a plan, and a place to add to it while the plan is not decided. Scores stay as they are. */
export function Discussion({
  said,
  criteria,
  zone,
  add,
}: {
  said: readonly Said[]
  criteria: readonly Criterion[]
  zone: string
  /** How to add to it: the action, and what it is told beside the words. */
  add?: { action: React.ComponentProps<typeof Form>['action']; fields: Record<string, string> }
}) {
  const nameOf = (id: string | null) => criteria.find((criterion) => criterion.id === id)?.name
  return (
    <>
      <ol>
        {said.map(({ id, who, criterion, text, at }) => (
          <li key={id} className="task items-start">
            <span>
              <b>{who}</b>
              {criterion && <span className="small muted"> on {nameOf(criterion)?.toLowerCase()}</span>}
              <small className="whitespace-pre-wrap">{text}</small>
            </span>
            <small className="muted">
              <When at={at} zone={zone} />
            </small>
          </li>
        ))}
        {said.length === 0 && <li className="task muted">Nothing is said yet.</li>}
      </ol>
      {add && (
        <Form action={add.action} className="form mt-4">
          {Object.entries(add.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Select
            name="criterion"
            label="About"
            options={[
              { value: '', label: 'The plan as a whole' },
              ...criteria.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <TextArea
            name="text"
            label="Say it to the panel"
            hint="Its reviewers and the chair read it once their own scores are in. It cannot be taken back."
            rows={3}
            maxLength={4000}
          />
          <div className="actions">
            <SubmitButton>Add to the discussion</SubmitButton>
          </div>
        </Form>
      )}
    </>
  )
}
