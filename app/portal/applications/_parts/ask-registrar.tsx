import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { DefinitionList } from '@/components/ui/definition-list'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { registrarOfApplication } from '@/domain/applications/queries'
import { sponsorshipWords } from '@/domain/sponsorships/rules'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { askRegistrar } from '../actions'

type Registrar = NonNullable<NonNullable<Awaited<ReturnType<typeof registrarOfApplication>>>['registrar']>

/** The named registrar: what it was asked, what it said, and asking it (again). */
export async function AskRegistrar({
  applicationId,
  registrar,
}: {
  applicationId: string
  registrar: Registrar
}) {
  const zone = await viewerZone()
  const { request } = registrar
  const expired = request?.state === 'requested' && request.expiresAt <= processNow()
  const base = `/portal/applications/${applicationId}`
  return (
    <>
      <DefinitionList
        items={[
          { term: 'Registrar', value: registrar.name },
          { term: 'IANA id', value: registrar.ianaId },
          { term: 'Status', value: registrar.status },
          ...(request
            ? [
                { term: 'Asked', value: <When at={request.requestedAt} zone={zone} /> },
                { term: 'At', value: request.contactEmail },
                { term: 'Answer', value: expired ? 'None within 14 days' : sponsorshipWords[request.state] },
              ]
            : []),
          ...(request?.answeredByName ? [{ term: 'Answered by', value: request.answeredByName }] : []),
          ...(request?.reason ? [{ term: 'Reason', value: request.reason }] : []),
        ]}
      />
      {!registrar.canSponsor && (
        <div className="mt-6">
          <Notice tone="bad" title={`${registrar.name} is not accredited at present`}>
            It cannot sponsor an application. Name another registrar.
          </Notice>
        </div>
      )}
      {registrar.canSponsor && request?.state !== 'confirmed' && (
        <Form action={askRegistrar} className="form mt-8">
          <input type="hidden" name="applicationId" value={applicationId} />
          {registrar.contactEmail === null ? (
            <TextInput
              name="contactEmail"
              label="Your contact at the registrar"
              hint={`We have no address for ${registrar.name}. Give that of the person there who agreed to sponsor you; the programme checks with the registrar itself before it relies on the answer.`}
              type="email"
              autoComplete="off"
              defaultValue={request?.contactEmail}
            />
          ) : (
            <p>We mail the link to the contact this registrar gave the programme.</p>
          )}
          <div className="actions">
            <SubmitButton variant={request ? 'default' : 'primary'}>
              {request ? 'Ask again, by a new link' : 'Ask it to sponsor you'}
            </SubmitButton>
          </div>
        </Form>
      )}
      <div className="actions ruled mt-8">
        <Button href={`${base}/sections/purpose`} variant={request ? 'primary' : 'default'}>
          Continue
        </Button>
        <Button href={`${base}/registrar?change=1`} variant="quiet">
          Name another registrar
        </Button>
      </div>
    </>
  )
}
