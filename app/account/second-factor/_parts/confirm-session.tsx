import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { confirmThisSession } from '../actions'
import { CodeInput } from './code-input'

/** The app is set up, but this session was opened without it. */
export function ConfirmSession({ next }: { next: string }) {
  return (
    <section className="stack">
      <h2>Confirm this session</h2>
      <p className="soft">You signed in before the app was set up. One code confirms this session.</p>
      <Form action={confirmThisSession}>
        <input type="hidden" name="next" value={next} />
        <CodeInput label="Code from your authenticator app" />
        <div className="actions">
          <SubmitButton>Confirm</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
