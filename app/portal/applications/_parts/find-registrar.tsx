import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { chooseRegistrar } from '../actions'

/** A search of accredited registrars that works by its address alone, and the choice among what it finds. */
export function FindRegistrar({
  applicationId,
  text,
  found,
  more,
  changing,
}: {
  applicationId: string
  text: string
  found: { ianaId: number; name: string }[]
  more: boolean
  changing: boolean
}) {
  return (
    <>
      <form method="get" className="form">
        {changing && <input type="hidden" name="change" value="1" />}
        <div className="field">
          <label htmlFor="q">Registrar</label>
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
        <Form action={chooseRegistrar} className="form mt-8">
          <input type="hidden" name="applicationId" value={applicationId} />
          <RadioGroup
            name="registrarIanaId"
            label={
              more ? 'The first 20 that match' : found.length === 1 ? 'One matches' : `${found.length} match`
            }
            hint={more ? 'Type more of the name to see others.' : undefined}
            options={found.map(({ ianaId, name }) => ({
              value: String(ianaId),
              label: name,
              hint: `IANA id ${ianaId}`,
            }))}
            defaultValue={found.length === 1 ? String(found[0]?.ianaId) : undefined}
          />
          {changing && (
            <p className="small soft">What the present registrar was asked or said ends with the change.</p>
          )}
          <div className="actions">
            <SubmitButton>Name this registrar</SubmitButton>
            {changing && (
              <Link href={`/portal/applications/${applicationId}/registrar`}>Keep the present one</Link>
            )}
          </div>
        </Form>
      )}
    </>
  )
}
