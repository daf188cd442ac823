import { Form } from '@/components/ui/form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { Step } from '@/domain/commitments/read-build-out'
import type { Person } from '@/lib/access/actor'
import { decideOnAppeal } from '../actions'

/** The decision on an appeal, for an officer who did not take the step (R12.2). */
export function DecideAppeal({ step, person }: { step: Step; person: Person }) {
  if (!step.appeal || step.appeal.outcome) return null
  if ([step.imposedBy, step.approvedBy].includes(person.userId))
    return <p className="small muted mt-2">You took this step, so another officer decides the appeal.</p>
  return (
    <Form action={decideOnAppeal} className="form mt-4">
      <input type="hidden" name="remedyId" value={step.id} />
      <RadioGroup
        name="outcome"
        label="Is the appeal right?"
        options={[
          { value: 'upheld', label: 'Yes, undo the step', hint: 'The ladder begins again.' },
          { value: 'dismissed', label: 'No, the step stands' },
        ]}
      />
      <TextArea name="reason" label="Reason" hint="The registrant reads it." rows={4} maxLength={2000} />
      <div className="actions">
        <SubmitButton busy="Deciding">Decide the appeal</SubmitButton>
      </div>
    </Form>
  )
}
