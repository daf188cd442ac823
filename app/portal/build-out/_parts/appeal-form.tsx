import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { CommitmentInFull, Step } from '@/domain/commitments/read-build-out'
import { processNow } from '@/lib/clock'
import { appeal } from '../actions'

/** The one appeal against a step that stands, while its time runs (R12.2). */
export function AppealForm({ step, commitment }: { step: Step; commitment: CommitmentInFull }) {
  const stands = commitment.steps.at(-1)?.id === step.id && commitment.rung === step.rung
  if (!stands || step.appeal || processNow() >= step.appealBy) return null
  return (
    <Form action={appeal} className="form mt-4">
      <input type="hidden" name="remedyId" value={step.id} />
      <TextArea
        name="grounds"
        label="Appeal: why is this step wrong?"
        hint="You can appeal once. Somebody who did not take the step decides. 20 to 4,000 characters."
        rows={5}
        maxLength={4000}
      />
      <div className="actions">
        <SubmitButton variant="default" busy="Sending">
          Appeal
        </SubmitButton>
      </div>
    </Form>
  )
}
