import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { DemoPerson } from '@/db/seed/demo-people'
import { sendDemoPerson } from '../actions'

type Shown = DemoPerson & { organisation?: string }

/**
 * The invented people of the demo world, each a button that signs in as them, second factor included: first one for
 * every part, then the others.
 */
export function DemoPeople({ people, next }: { people: Shown[]; next: string }) {
  const isFirst = (person: Shown) => people.find(({ part }) => part === person.part) === person
  return (
    <div>
      <h2 className="text-26">Look around as someone</h2>
      <p className="soft mt-2">
        This is a demonstration with invented people on your own machine. Choose one; no password is needed.
      </p>
      <Form action={sendDemoPerson} className="mt-5">
        <input type="hidden" name="next" value={next} />
        <Rows people={people.filter(isFirst)} />
        <details className="mt-4">
          <summary>More applicants and reviewers</summary>
          <Rows people={people.filter((person) => !isFirst(person))} />
        </details>
      </Form>
    </div>
  )
}

function Rows({ people }: { people: Shown[] }) {
  return (
    <ul>
      {people.map(({ email, name, part, organisation }) => (
        <li key={email} className="row between flex-nowrap border-b border-hairline py-3">
          <span>
            <b>{name}</b>
            <br />
            <span className="small soft">{organisation ? `${part}, ${organisation}` : part}</span>
          </span>
          <SubmitButton variant="default" size="s" name="email" value={email} busy="Signing in">
            {`Sign in as ${name.split(' ')[0]}`}
          </SubmitButton>
        </li>
      ))}
    </ul>
  )
}
