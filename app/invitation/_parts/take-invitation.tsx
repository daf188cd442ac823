import type { ComponentProps } from 'react'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Actor } from '@/lib/access/actor'
import { withNext } from '@/lib/same-site-path'

type Invitation = { email: string; expiresAt: Date }

/** How whoever holds an invitation takes it up: by the account of its address, and with no other. */
export function TakeInvitation({
  invitation: { email, expiresAt },
  token,
  here,
  zone,
  actor,
  action,
}: {
  invitation: Invitation
  token: string
  /** The path of the page itself, to come back to. */
  here: string
  zone: string
  actor: Actor
  action: ComponentProps<typeof Form>['action']
}) {
  return (
    <>
      <p className="soft">
        Open until <When at={expiresAt} zone={zone} />.
      </p>
      {actor.kind !== 'person' ? (
        <SignInFirst here={here} email={email} />
      ) : actor.email === email ? (
        <Form action={action}>
          <input type="hidden" name="token" value={token} />
          <div className="actions">
            <SubmitButton>Accept</SubmitButton>
          </div>
        </Form>
      ) : (
        <Notice tone="warn" title={`This invitation is for ${email}`}>
          You are signed in as {actor.email}. Sign out and sign in with the other address to accept.
        </Notice>
      )}
    </>
  )
}

function SignInFirst({ here, email }: { here: string; email: string }) {
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

/** In place of an invitation that cannot be taken up any more. */
export function InvitationOver({ ask }: { ask: string }) {
  return (
    <div className="wrap page stack">
      <h1>This invitation is over</h1>
      <p className="lede">It has expired, was used, or was taken back. Ask {ask} for another one.</p>
    </div>
  )
}
