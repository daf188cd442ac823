import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormState } from '@/lib/form-action'

/**
 * A form over one part of a draft: it sends the version that was looked at, so that a colleague's change is not lost.
 * `editable` is false once the round is approved, or for who only reads: the same fields, locked.
 */
export function DraftForm({
  action,
  round,
  editable,
  children,
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  round: { id: string; version: number }
  editable: boolean
  children: React.ReactNode
}) {
  return (
    <Form action={action}>
      <input type="hidden" name="roundId" value={round.id} />
      <input type="hidden" name="version" value={round.version} />
      <fieldset disabled={!editable} className="form">
        {children}
      </fieldset>
      {editable && (
        <div className="actions ruled">
          <SubmitButton busy="Saving">Save</SubmitButton>
        </div>
      )}
    </Form>
  )
}
