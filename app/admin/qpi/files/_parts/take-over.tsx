import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Difference } from '@/domain/qpi-inputs/compare-files'
import { newId } from '@/lib/ids'
import { sayCount } from '@/lib/say-count'
import { take } from '../../actions'

/** The difference to the file that counts, and the button that lets this one count. */
export function TakeOver({
  fileId,
  insteadOf,
  difference: { added, changed, missing, examples },
  acts,
}: {
  fileId: string
  insteadOf: string
  difference: Difference
  acts: boolean
}) {
  const more = added + changed + missing - examples.length
  return (
    <>
      <p>
        {sayCount(changed, ['row', 'rows'])} changed, {added.toLocaleString('en')} new,{' '}
        {missing.toLocaleString('en')} no longer there.
      </p>
      {examples.length > 0 && (
        <ul className="small">
          {examples.map((example) => (
            <li key={example}>{example}</li>
          ))}
          {more > 0 && <li className="muted">And {more.toLocaleString('en')} more.</li>}
        </ul>
      )}
      {acts && (
        <Form action={take} idempotencyKey={newId('qto')}>
          <input type="hidden" name="fileId" value={fileId} />
          <input type="hidden" name="insteadOf" value={insteadOf} />
          <div className="actions">
            <SubmitButton busy="Taking over">Let this file count instead</SubmitButton>
          </div>
        </Form>
      )}
    </>
  )
}
