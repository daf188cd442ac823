import type { ButtonVariant } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { FormState } from '@/lib/form-action'

/** A public reason for what would happen to some names, sent to a second officer. */
export function ReasonForm({
  action,
  labels,
  variant,
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  labels: string[]
  variant: ButtonVariant
}) {
  return (
    <Form action={action}>
      {labels.map((label) => (
        <input key={label} type="hidden" name="labels" value={label} />
      ))}
      <TextArea
        name="reason"
        label="Reason"
        hint="Everyone can read it on the page of the name. 10 to 500 characters."
        rows={4}
        maxLength={500}
        required
      />
      <div className="actions ruled">
        <SubmitButton variant={variant} icon="users">
          Ask a second officer
        </SubmitButton>
      </div>
    </Form>
  )
}
