import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { takeOut } from '../../../actions'

/** The form that the buttons in the rows send: a form cannot stand inside the one that saves the reserves. */
const TAKE_OUT = 'take-out'

/** Takes one name out of the draft; it stays released. */
export function TakeOutName({ roundId }: { roundId: string }) {
  return (
    <Form action={takeOut} id={TAKE_OUT} className="">
      <input type="hidden" name="roundId" value={roundId} />
    </Form>
  )
}

export function TakeOutButton({ lotId, label }: { lotId: string; label: string }) {
  return (
    <SubmitButton form={TAKE_OUT} name="lotId" value={lotId} variant="quiet" size="s" busy="Taking out">
      Take out<span className="sr-only"> {label}.org</span>
    </SubmitButton>
  )
}
