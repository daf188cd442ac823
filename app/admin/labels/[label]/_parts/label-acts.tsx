import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { LabelState } from '@/db/schema/labels'
import { canMove } from '@/domain/labels/rules'
import { askToClearFlag, flag } from '../../actions'

/** What an officer can do with the name in its present state; everything but a flag needs a second officer. */
export function LabelActs({
  label,
  state,
  flagged,
  inRound,
}: {
  label: string
  state: LabelState
  flagged: boolean
  inRound: boolean
}) {
  return (
    <div className="stack mt-4">
      <div className="row">
        {state === 'reserved' && (
          <Button variant="primary" icon="file-check" href={`/admin/labels/release?label=${label}`}>
            Release
          </Button>
        )}
        {canMove(state, 'withheld') && !inRound && (
          <Button icon="ban" href={`/admin/labels/withhold?label=${label}`}>
            Withhold
          </Button>
        )}
        {state === 'withheld' && (
          <Button icon="rotate-ccw" href={`/admin/labels/restore?label=${label}`}>
            Stop withholding
          </Button>
        )}
      </div>
      {state !== 'registered-before-programme' && (
        <Form action={flagged ? askToClearFlag : flag} key={String(flagged)}>
          <input type="hidden" name="label" value={label} />
          <TextArea
            name="reason"
            label={flagged ? 'What the review found' : 'Flag for review of its country-code status'}
            hint={
              flagged
                ? 'A second officer clears the flag with you.'
                : 'No new round can contain a flagged name (R2.3). Say what changed.'
            }
            rows={3}
            maxLength={500}
          />
          <div className="actions">
            <SubmitButton variant="default" icon="flag">
              {flagged ? 'Ask to clear the flag' : 'Flag'}
            </SubmitButton>
          </div>
        </Form>
      )}
    </div>
  )
}
