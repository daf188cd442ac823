import { Checkbox } from '@/components/ui/checkbox'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { newId } from '@/lib/ids'
import { publish } from '../../../actions'

/** Asks a second person to publish exactly what was looked at. */
export function PublishForm({ fields }: { fields: readonly (readonly [name: string, value: string])[] }) {
  return (
    <Form action={publish} idempotencyKey={newId('qmd')}>
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextInput
        name="version"
        label="Name of the version"
        hint="Such as 2026-1."
        mono
        short
        autoComplete="off"
      />
      <TextInput
        name="validFrom"
        label="First month it scores"
        hint="Such as 2026-10; after the first month of the version before."
        mono
        short
        autoComplete="off"
      />
      <TextArea name="reason" label="Reason" rows={2} maxLength={500} />
      <Checkbox
        name="placeholder"
        label="Still a placeholder"
        hint="Keep every screen saying that these are not PIR’s own figures."
      />
      <div className="actions">
        <SubmitButton icon="users" busy="Asking">
          Ask a second person to publish it
        </SubmitButton>
      </div>
    </Form>
  )
}
