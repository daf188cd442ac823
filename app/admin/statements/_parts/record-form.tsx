import { Checkbox } from '@/components/ui/checkbox'
import { Form } from '@/components/ui/form'
import { MoneyInput } from '@/components/ui/money-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { newId } from '@/lib/ids'
import { record } from '../actions'
import { ReadCsvFile } from './read-csv-file'

/** One quarter by its fields, or several as CSV; a second person approves. */
export function RecordForm() {
  return (
    <Form action={record} idempotencyKey={newId('fig')} className="form mt-4">
      <TextInput name="quarter" label="Quarter" hint="Such as 2013Q2." short mono autoComplete="off" />
      <MoneyInput name="revenue" label="Revenue of ordinary names, US dollars" />
      <TextInput
        name="increments"
        label="Annual increments"
        hint="Years registered, renewed or transferred with renewal, the Programme’s names among them."
        inputMode="numeric"
        short
        autoComplete="off"
      />
      <details className="pane">
        <summary>
          <b>Several quarters as CSV</b>
        </summary>
        <div className="form mt-4">
          <ReadCsvFile into="csv" />
          <TextArea
            name="csv"
            label="Rows"
            hint="The first line is: quarter,revenue,increments. What stands here counts instead of the fields above."
            rows={5}
            optional
          />
        </div>
      </details>
      <TextInput name="source" label="Where the figures come from" maxLength={200} autoComplete="off" />
      <Checkbox
        name="replace"
        label="Replace quarters that were recorded before"
        hint="Needed only when we tell you that figures differ."
      />
      <div className="actions">
        <SubmitButton icon="users" busy="Asking">
          Ask a second person to approve
        </SubmitButton>
      </div>
    </Form>
  )
}
