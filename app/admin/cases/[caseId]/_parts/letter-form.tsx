import { Form } from '@/components/ui/form'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { ANSWER_BUSINESS_DAYS } from '@/domain/cases/rules'
import { newId } from '@/lib/ids'
import { assign, write } from '../../actions'

/** A letter to one side; the first to the registrant hears it. */
export function LetterForm({ caseId, registrant }: { caseId: string; registrant: string | undefined }) {
  return (
    <Form action={write} idempotencyKey={newId('cae')} className="form mt-6">
      <input type="hidden" name="caseId" value={caseId} />
      <RadioGroup
        name="to"
        label="To whom?"
        options={[
          {
            value: 'registrant',
            label: `The registrant${registrant ? `, ${registrant}` : ''}`,
            hint: registrant
              ? `The first letter carries the report and gives ${ANSWER_BUSINESS_DAYS} business days to answer.`
              : 'This name has no registrant of the Programme.',
            disabled: !registrant,
          },
          { value: 'reporter', label: 'The reporter' },
        ]}
      />
      <TextArea
        name="text"
        label="Letter"
        hint="It ends with the page on which to answer."
        rows={5}
        maxLength={5000}
      />
      <div className="actions">
        <SubmitButton busy="Sending">Send the letter</SubmitButton>
      </div>
    </Form>
  )
}

/** Who works on the case. */
export function AssignForm({
  caseId,
  officers,
  assignedTo,
}: {
  caseId: string
  officers: { id: string; name: string }[]
  assignedTo: string | null
}) {
  return (
    <Form action={assign} className="form">
      <input type="hidden" name="caseId" value={caseId} />
      <Select
        name="userId"
        label="With"
        blank="Choose an officer"
        defaultValue={assignedTo ?? ''}
        options={officers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="actions">
        <SubmitButton busy="Giving">Give the case</SubmitButton>
      </div>
    </Form>
  )
}
