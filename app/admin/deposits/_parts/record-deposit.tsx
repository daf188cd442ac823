import { Form } from '@/components/ui/form'
import { MoneyInput } from '@/components/ui/money-input'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { newId } from '@/lib/ids'
import { record } from '../actions'

/** Proposes an entry; a second person approves it before it counts. */
export function RecordDeposit({
  roundId,
  applicants,
}: {
  roundId: string
  applicants: { organisationId: string; organisation: string }[]
}) {
  return (
    <Form action={record} idempotencyKey={newId('dep')} className="form mt-4">
      <input type="hidden" name="roundId" value={roundId} />
      <Select
        name="organisationId"
        label="Applicant"
        blank="Choose"
        options={applicants.map(({ organisationId, organisation }) => ({
          value: organisationId,
          label: organisation,
        }))}
      />
      <RadioGroup
        name="kind"
        label="What is recorded?"
        defaultValue="received"
        options={[
          { value: 'received', label: 'Money arrived' },
          {
            value: 'correction',
            label: 'An entry is corrected',
            hint: 'The amount is taken off the deposit.',
          },
        ]}
      />
      <MoneyInput name="amount" label="Amount in US dollars" />
      <TextInput
        name="bankReference"
        label="Reference on the bank statement"
        maxLength={140}
        autoComplete="off"
      />
      <TextInput name="receivedOn" label="Day on the bank statement" type="date" short />
      <div className="actions">
        <SubmitButton busy="Asking">Ask a second person to approve</SubmitButton>
      </div>
    </Form>
  )
}
