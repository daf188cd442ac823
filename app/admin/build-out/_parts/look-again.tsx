import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Piece } from '@/domain/commitments/read-build-out'
import { lookAgain } from '../actions'

/** Has the portal look once more at what stands at an address. */
export function LookAgain({ piece }: { piece: Piece }) {
  if (piece.kind === 'file') return null
  return (
    <Form action={lookAgain} className="mt-2">
      <input type="hidden" name="evidenceId" value={piece.id} />
      <SubmitButton variant="quiet" size="s" icon="refresh-cw" busy="Asking">
        Look again <span className="sr-only">at {piece.target}</span>
      </SubmitButton>
    </Form>
  )
}
