import { PasskeyButton } from '@/components/passkeys/passkey-button'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ownPasskeys } from '@/domain/passkeys/queries'
import { passkeysWork } from '@/domain/passkeys/relying-party'
import { isDemoPerson } from '@/domain/sessions/demo'
import type { Person } from '@/lib/access/actor'
import { confirmThisSession, confirmWithPasskey } from '../actions'
import { CodeInput } from './code-input'

/** The app is set up; a code or a passkey shows that it is still the same person at this browser. */
export async function ConfirmSession({ next, person }: { next: string; person: Person }) {
  const demo = isDemoPerson(person.email)
  const keys = passkeysWork() ? ((await ownPasskeys(person, undefined)) ?? []) : []
  return (
    <section className="stack">
      <h2>Confirm that it is you</h2>
      <p className="soft">
        {person.assurance < 2
          ? 'You signed in with your password alone. One code or passkey confirms this session.'
          : 'Asking for a second person and approving need a code or a passkey, shown at most five minutes before.'}
        {demo && ' Invented people have no app: here the button is enough.'}
      </p>
      {keys.length > 0 && (
        <>
          <Form action={confirmWithPasskey}>
            <input type="hidden" name="next" value={next} />
            <PasskeyButton optionsAt="/account/second-factor/passkey" busy="Waiting for your device">
              Confirm with a passkey
            </PasskeyButton>
          </Form>
          <p className="or needs-script">or</p>
        </>
      )}
      <Form action={confirmThisSession}>
        <input type="hidden" name="next" value={next} />
        {!demo && <CodeInput label="Code from your authenticator app" />}
        <div className="actions">
          <SubmitButton>Confirm</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
