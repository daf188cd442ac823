import type { Metadata } from 'next'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { readInvitation } from '@/domain/organisations/queries'
import { memberPurpose, memberWords } from '@/domain/organisations/rules'
import { currentActor } from '@/lib/access/current-actor'
import { withNext } from '@/lib/same-site-path'
import { viewerZone } from '@/lib/time/viewer-zone'
import { sendAcceptance } from './actions'

export const metadata: Metadata = { title: 'Invitation', referrer: 'same-origin' }

export default async function InvitationPage({ params }: PageProps<'/invitation/[token]'>) {
  const { token } = await params
  const invitation = await readInvitation(token)
  if (!invitation) return <Over />
  const actor = await currentActor()
  return (
    <div className="wrap page space-y-6">
      <h1>Act for {invitation.organisation}</h1>
      <p className="lede">
        {invitation.invitedBy} invites you as {memberWords[invitation.role].toLowerCase()}.{' '}
        {memberPurpose[invitation.role]}
      </p>
      <p className="soft">
        Open until <When at={invitation.expiresAt} zone={await viewerZone()} />.
      </p>
      {actor.kind !== 'person' ? (
        <SignInFirst token={token} email={invitation.email} />
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

function SignInFirst({ token, email }: { token: string; email: string }) {
  const here = `/invitation/${token}`
  return (
    <>
      <p>
        Accept with an account of <b>{email}</b>. Signed in, or with a new account confirmed, you come back
        here.
      </p>
      <div className="actions">
        <Button href={withNext('/sign-in', here)} variant="primary">
          Sign in
        </Button>
        <Button href={withNext('/register', here)}>Create an account</Button>
      </div>
    </>
  )
}

function Over() {
  return (
    <div className="wrap page stack">
      <h1>This invitation is over</h1>
      <p className="lede">
        It has expired, was used, or was taken back. Ask whoever invited you for another one.
      </p>
    </div>
  )
}
