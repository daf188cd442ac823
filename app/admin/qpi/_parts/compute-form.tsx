import { Form } from '@/components/ui/form'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { monthWords } from '@/domain/qpi/months'
import { newId } from '@/lib/ids'
import { compute } from '../actions'

/** Computes a month from the files that count. */
export function ComputeForm({ months, current }: { months: readonly string[]; current?: string }) {
  return (
    <details className="pane">
      <summary>
        <b>Compute a month</b>
      </summary>
      <Form action={compute} idempotencyKey={newId('qrn')} className="form mt-4">
        <Select
          name="period"
          label="Month"
          hint="Months with a transactions report. Registrars see the new scores at once; earlier computations are kept."
          defaultValue={current ?? months[0]}
          options={months.map((month) => ({ value: month, label: monthWords(month) }))}
          short
        />
        <div className="actions">
          <SubmitButton busy="Computing">Compute the scores</SubmitButton>
        </div>
      </Form>
    </details>
  )
}
