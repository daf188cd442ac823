import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { startSetUp } from '../actions'

/** No app yet: what one is, and the button that makes the picture. */
export function StartSetUp() {
  return (
    <section className="stack">
      <h2>Set up an authenticator app</h2>
      <p className="soft">
        An app on your phone or computer shows a new code every 30 seconds. At sign-in you enter one after
        your password. Any app that reads a QR code for two-factor sign-in will do.
      </p>
      <Form action={startSetUp}>
        <div className="actions">
          <SubmitButton icon="shield-check">Set up an app</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
