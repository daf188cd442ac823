import { Checkbox } from '@/components/ui/checkbox'
import { Form } from '@/components/ui/form'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { eventNames, eventTypes } from '@/domain/webhooks/event-types'
import type { Holder } from '@/domain/webhooks/rules'
import { addWebhook } from '../actions'

/** Where to send what, and for whom. */
export function AddWebhook({ holders }: { holders: readonly (Holder & { name: string })[] }) {
  return (
    <Form action={addWebhook}>
      <Select
        name="holder"
        label="For"
        hint="Its other owners, people or administrators see it as well."
        options={holders.map((holder) => ({ value: optionOf(holder), label: holder.name }))}
      />
      <TextInput
        name="url"
        label="Address"
        hint="It begins with https:// and can be reached from the internet."
        type="url"
        autoComplete="off"
      />
      <fieldset className="stack">
        <legend className="font-semibold">Events</legend>
        {eventNames.map((name) => (
          <Checkbox
            key={name}
            name={`event.${name}`}
            label={
              <>
                {eventTypes[name]} <code className="mono small muted">{name}</code>
              </>
            }
            defaultChecked
          />
        ))}
      </fieldset>
      <div className="actions">
        <SubmitButton>Add it and show its secret</SubmitButton>
      </div>
    </Form>
  )
}

function optionOf({ organisationId, registrarIanaId }: Holder): string {
  if (organisationId !== null) return `organisation:${organisationId}`
  return registrarIanaId === null ? 'programme' : `registrar:${registrarIanaId}`
}
