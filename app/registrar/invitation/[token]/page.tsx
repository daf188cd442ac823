import type { Metadata } from 'next'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { readRegistrarInvitation } from '@/domain/registrars/officer-queries'
import { currentActor } from '@/lib/access/current-actor'
import { withNext } from '@/lib/same-site-path'
import { viewerZone } from '@/lib/time/viewer-zone'
import { sendAcceptance } from './actions'

export const metadata: Metadata = {
  title: 'Act for a registrar',
  robots: { index: false },
  referrer: 'same-origin',
}

export default async function RegistrarInvitationPage({
  params,
}: PageProps<'/registrar/invitation/[token]'>) {
  const { token } = await params
  const invitation = await readRegistrarInvitation(token)
  if (!invitation) return <Over />
  const actor = await currentActor()
  const here = `/registrar/invitation/${token}`
  return (
    <div className="wrap page space-y-6">
      <h1>Act for {invitation.registrar}</h1>
      <p className="lede">
        You would confirm which applicants {invitation.registrar} (IANA id {invitation.ianaId}) sponsors, and
        take over the tokens that create the names they are awarded.
      </p>
      <p className="soft">
        Open until <When at={invitation.expiresAt} zone={await viewerZone()} />.
      </p>
      {actor.kind !== 'person' ? (
        <>
          <p>
            Accept with an account of <b>{invitation.email}</b>. Signed in, or with a new account confirmed,
            you come back here.
          </p>
          <div className="actions">
            <Button href={withNext('/sign-in', here)} variant="primary">
              Sign in
            </Button>
            <Button href={withNext('/register', here)}>Create an account</Button>
          </div>
        </>
      ) : actor.email === invitation.email ? (
        <Form action={sendAcceptance}>
          <input type="hidden" name="token" value={token} />
          <div className="actions">
            <SubmitButton>Accept</SubmitButton>
          </div>
        </Form>
      ) : (
        <Notice tone="warn" title={`This invitation is for ${invitation.email}`}>
          You are signed in as {actor.email}. Sign out and sign in with the other address to accept.
        </Notice>
      )}
    </div>
  )
}

function Over() {
  return (
    <div className="wrap page stack">
      <h1>This invitation is over</h1>
      <p className="lede">It has expired, was used, or was taken back. Ask the programme for another one.</p>
    </div>
  )
}
