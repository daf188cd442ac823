import Link from 'next/link'
import {
  FoundChoice,
  type FoundRegistrars,
  SearchRegistrars,
} from '@/components/registrars/search-registrars'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { chooseRegistrar } from '../actions'

type Props = FoundRegistrars & { applicationId: string; changing: boolean }

/** A search of accredited registrars, and the choice among what it finds. */
export function FindRegistrar({ applicationId, changing, text, found, more }: Props) {
  return (
    <>
      <SearchRegistrars label="Registrar" text={text} found={found} more={more} change={changing} />
      {found.length > 0 && (
        <Form action={chooseRegistrar} className="form mt-8">
          <input type="hidden" name="applicationId" value={applicationId} />
          <FoundChoice found={found} more={more} />
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
