import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { isDemoPerson } from '@/domain/sessions/demo'
import type { Person } from '@/lib/access/actor'
import { confirmThisSession } from '../actions'
import { CodeInput } from './code-input'

/** The app is set up; a code shows that the person at this browser still has it. */
export function ConfirmSession({ next, person }: { next: string; person: Person }) {
  const demo = isDemoPerson(person.email)
  return (
    <section className="stack">
      <h2>Confirm that it is you</h2>
      <p className="soft">
        {person.assurance < 2
          ? 'You signed in without the app. One code confirms this session.'
          : 'Asking for a second person and approving need a code that is at most five minutes old.'}
        {demo && ' Invented people have no app: here the button is enough.'}
      </p>
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
