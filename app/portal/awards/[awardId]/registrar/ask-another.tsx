import {
  FoundChoice,
  type FoundRegistrars,
  SearchRegistrars,
} from '@/components/registrars/search-registrars'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { askAnother } from './actions'

/** A search of accredited registrars, and the request to one of them. */
export function AskAnother({ awardId, text, found, more }: FoundRegistrars & { awardId: string }) {
  return (
    <>
      <SearchRegistrars label="Another registrar" text={text} found={found} more={more} />
      {found.length > 0 && (
        <Form action={askAnother} className="form mt-8">
          <input type="hidden" name="awardId" value={awardId} />
          <FoundChoice found={found} more={more} />
          <TextInput
            name="contactEmail"
            label="Your contact there"
            hint="Used only where the programme has no address of the registrar itself."
            type="email"
            optional
            autoComplete="off"
            maxLength={254}
          />
          <div className="actions">
            <SubmitButton>Ask it to create the name</SubmitButton>
          </div>
        </Form>
      )}
    </>
  )
}
