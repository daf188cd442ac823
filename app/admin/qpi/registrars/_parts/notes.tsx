import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { newId } from '@/lib/ids'
import { note } from '../../actions'

/** The account manager’s notes, for PIR alone. */
export function Notes({
  ianaId,
  notes,
  zone,
  acts,
}: {
  ianaId: number
  notes: readonly { id: string; text: string; at: Date; by: string }[]
  zone: string
  acts: boolean
}) {
  return (
    <section aria-labelledby="notes" className="stack">
      <SectionHead title="Notes" id="notes">
        For PIR alone
      </SectionHead>
      {notes.length === 0 && <p className="muted">No note yet.</p>}
      {notes.map(({ id, text, at, by }) => (
        <div key={id}>
          <p className="small muted">
            {by}, <When at={at} zone={zone} />
          </p>
          <p className="whitespace-pre-line">{text}</p>
        </div>
      ))}
      {acts && (
        <Form action={note} idempotencyKey={newId('qnt')}>
          <input type="hidden" name="ianaId" value={ianaId} />
          <TextArea name="text" label="Note" rows={2} maxLength={2000} />
          <div className="actions">
            <SubmitButton busy="Keeping">Keep the note</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}
