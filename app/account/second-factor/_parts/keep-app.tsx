import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { Mark } from '@/components/ui/status'
import { SubmitButton } from '@/components/ui/submit-button'
import { viewerZone } from '@/lib/time/viewer-zone'
import { remove, renew } from '../actions'
import { CodeInput } from './code-input'

/** All is well: how many recovery codes are left, new ones, and the way to another app. */
export async function KeepApp({ confirmedAt, codesLeft }: { confirmedAt: Date; codesLeft: number }) {
  return (
    <>
      <section className="stack">
        <h2>Authenticator app</h2>
        <p>
          <Mark tone="good" icon="circle-check">
            Set up
          </Mark>{' '}
          <span className="soft">
            <When at={confirmedAt} zone={await viewerZone()} />
          </span>
        </p>
      </section>
      <section className="stack">
        <h2 className="text-26">Recovery codes</h2>
        {codesLeft < 3 && (
          <Notice tone="warn" title={codesLeft === 0 ? 'No recovery code is left' : `${codesLeft} left`}>
            Who has neither the app nor a code nor a passkey has no way in.
          </Notice>
        )}
        <p className="soft">
          {codesLeft} of 10 unused. Each lets you in once without the app. New ones end the old ones.
        </p>
        <Form action={renew}>
          <CodeInput label="Code from your authenticator app" />
          <div className="actions">
            <SubmitButton variant="default" icon="key-round">
              Make new recovery codes
            </SubmitButton>
          </div>
        </Form>
      </section>
      <details className="stack">
        <summary>Move to another app or phone</summary>
        <p className="soft mt-4">
          Removing the app ends every session and takes your passkeys off. Sign in with your password and set
          up the new one at once: until then a password alone lets you neither act for the programme nor bid.
          You can bid again 24 hours after the new app is set up.
        </p>
        <Form action={remove} id="remove-app">
          <RemoveCode />
          <div className="actions">
            <SubmitButton variant="danger" icon="log-out">
              Remove the app
            </SubmitButton>
          </div>
        </Form>
      </details>
    </>
  )
}

/** A second code field on the page needs an id of its own. */
function RemoveCode() {
  return (
    <div className="field">
      <label htmlFor="remove-code">Code from the app, or a recovery code</label>
      <input
        className="in mono short"
        id="remove-code"
        name="code"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </div>
  )
}
