import { CriterionField } from '@/components/reviews/criterion-field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Criterion } from '@/db/schema/rounds'
import { calibrate } from '../../../actions'

/** The sheet of a calibration plan: short, and sent at once. */
export function CalibrationForm({
  roundId,
  plan,
  criteria,
}: {
  roundId: string
  plan: string
  criteria: readonly Criterion[]
}) {
  return (
    <Form action={calibrate} aria-label="Your scores">
      <input type="hidden" name="roundId" value={roundId} />
      <input type="hidden" name="plan" value={plan} />
      {criteria.map((criterion) => (
        <CriterionField
          key={criterion.id}
          criterion={criterion}
          score={{ criterion: criterion.id, value: null, notApplicable: false, reason: '' }}
          current={false}
        />
      ))}
      <div className="actions ruled">
        <SubmitButton busy="Comparing">Compare with the model</SubmitButton>
      </div>
    </Form>
  )
}
