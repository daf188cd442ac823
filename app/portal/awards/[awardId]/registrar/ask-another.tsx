import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { askAnother } from './actions'

type Props = { awardId: string; text: string; found: { ianaId: number; name: string }[]; more: boolean }

/** A search of accredited registrars that works by its address alone, and the request to one of them. */
export function AskAnother({ awardId, text, found, more }: Props) {
  return (
    <>
      <form method="get" className="form">
        <div className="field">
          <label htmlFor="q">Another registrar</label>
          <span className="hint" id="q-hint">
            Part of its name, or its IANA id. Only accredited registrars are listed.
          </span>
          <div className="row flex-nowrap">
            <input
              className="in"
              id="q"
              name="q"
              type="search"
              defaultValue={text}
              aria-describedby="q-hint"
              autoComplete="off"
              maxLength={100}
            />
            <Button type="submit" icon="search">
              Search
            </Button>
          </div>
        </div>
      </form>
      {text !== '' && found.length === 0 && (
        <p className="mt-6" role="status">
          No accredited registrar has “{text}” in its name. Try a shorter part of it, or the IANA id.
        </p>
      )}
      {found.length > 0 && (
        <Form action={askAnother} className="form mt-8">
          <input type="hidden" name="awardId" value={awardId} />
          <RadioGroup
            name="registrarIanaId"
            label={more ? 'The first 20 that match' : `${found.length} match`}
            options={found.map(({ ianaId, name }) => ({
              value: String(ianaId),
              label: name,
              hint: `IANA id ${ianaId}`,
            }))}
            defaultValue={found.length === 1 ? String(found[0]?.ianaId) : undefined}
          />
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
