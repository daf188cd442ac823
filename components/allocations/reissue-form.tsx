import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { FormState } from '@/lib/form-action'

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  awardId: string
}

/** Asks for a token in the place of the present one, with the reason (R11.1). */
export function ReissueForm({ action, awardId }: Props) {
  return (
    <Form action={action}>
      <input type="hidden" name="awardId" value={awardId} />
      <TextInput
        name="reason"
        label="Why a new token is needed"
        hint="The present token stops working at once. The reason is kept and shown to both sides."
        maxLength={500}
        autoComplete="off"
      />
      <div className="actions">
        <SubmitButton variant="default" icon="refresh-cw" busy="Issuing">
          Issue a new token
        </SubmitButton>
      </div>
    </Form>
  )
}
