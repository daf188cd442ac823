import { Form } from '@/components/ui/form'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { takeOut } from '../../../actions'
import type { FoundRound } from '../../_parts/read-round'

/** Takes one name out of the draft; it stays released. */
export function TakeOutName({ roundId, lots }: { roundId: string; lots: FoundRound['lots'] }) {
  return (
    <Form action={takeOut} className="row items-end">
      <input type="hidden" name="roundId" value={roundId} />
      <Select
        name="lotId"
        label="Take a name out"
        short
        options={lots.map(({ lot }) => ({ value: lot.id, label: `${lot.label}.org` }))}
      />
      <SubmitButton variant="default" icon="x" busy="Taking out">
        Take out
      </SubmitButton>
    </Form>
  )
}
