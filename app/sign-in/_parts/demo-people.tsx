import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { DemoPerson } from '@/db/seed/demo-people'
import { sendDemoPerson } from '../actions'

/** The invented people of the demo world, each a button that signs in as them, second factor included. */
export function DemoPeople({
  people,
  next,
}: {
  people: (DemoPerson & { organisation?: string })[]
  next: string
}) {
  return (
    <div>
      <h2 className="text-26">Look around as someone</h2>
      <p className="soft mt-2">
        This is a demonstration with invented people on your own machine. Choose one; no password is needed.
      </p>
      <Form action={sendDemoPerson} className="mt-5">
        <input type="hidden" name="next" value={next} />
        <ul className="demo-people">
          {people.map(({ email, name, part, organisation }) => (
            <li key={email} className="row between flex-nowrap py-3">
              <span>
                <b>{name}</b>
                <br />
                <span className="small soft">
                  {part}
                  {organisation && `, ${organisation}`}
                </span>
              </span>
              <SubmitButton variant="default" size="s" name="email" value={email} busy="Signing in">
                {`Sign in as ${name.split(' ')[0]}`}
              </SubmitButton>
            </li>
          ))}
        </ul>
      </Form>
    </div>
  )
}
