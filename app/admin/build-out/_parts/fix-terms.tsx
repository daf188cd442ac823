import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { fix } from '../actions'

/** Two officers fix the commitments as in the plan, once the time to agree is over (R12.1). */
export function FixTerms({ awardId, label }: { awardId: string; label: string }) {
  return (
    <section aria-labelledby="fix">
      <SectionHead title="Fix the commitments" id="fix" minor />
      <p className="mt-3">
        The owner did not agree in time. Two officers may fix the commitments for {label}.org as they stand in
        the plan; wordings proposed since are undone.
      </p>
      <Form action={fix} className="form mt-4">
        <input type="hidden" name="awardId" value={awardId} />
        <TextArea name="reason" label="Reason" hint="The registrant reads it." rows={3} maxLength={2000} />
        <div className="actions">
          <SubmitButton icon="users">Ask a second officer</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
