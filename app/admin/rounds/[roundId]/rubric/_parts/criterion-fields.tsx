import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { Criterion } from '@/db/schema/rounds'

/** One criterion with its weight and the meaning of each value; without one, room for another. */
export function CriterionFields({
  index,
  criterion,
  open,
}: {
  index: number
  criterion?: Criterion
  open: boolean
}) {
  const name = (field: string) => `settings.rubric.${index}.${field}`
  return (
    <details className="pane" open={open}>
      <summary>
        <b>{criterion?.name ?? 'Add a criterion'}</b>{' '}
        {criterion && <span className="muted num">{criterion.weightBp / 100} %</span>}
      </summary>
      <div className="form mt-4">
        {criterion && <input type="hidden" name={name('id')} value={criterion.id} />}
        <TextInput
          name={name('name')}
          label="Name"
          defaultValue={criterion?.name}
          hint={criterion ? undefined : 'Leave it empty to add none.'}
          maxLength={60}
        />
        <TextInput
          name={name('weightBp')}
          label="Weight in %"
          defaultValue={criterion && String(criterion.weightBp / 100)}
          inputMode="decimal"
          short
        />
        <TextArea
          name={name('guidance')}
          label="What is judged"
          defaultValue={criterion?.guidance}
          rows={2}
          maxLength={400}
        />
        {[0, 1, 2, 3, 4, 5].map((value) => (
          <TextArea
            key={value}
            name={name(`anchors.${value}`)}
            label={`What ${value} means`}
            defaultValue={criterion?.anchors[value]}
            rows={2}
            maxLength={300}
          />
        ))}
      </div>
    </details>
  )
}
