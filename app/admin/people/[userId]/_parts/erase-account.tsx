import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { askToErase } from '../../actions'

/** Asks for the erasure of an account at its person's wish; a programme officer decides as the second person. */
export function EraseAccount({ userId }: { userId: string }) {
  return (
    <details>
      <summary>Erase the account</summary>
      <Form action={askToErase} className="stack mt-4">
        <input type="hidden" name="userId" value={userId} />
        <p className="small soft">
          Name, address, sessions, passkeys and letters go for good, when the person asked for it, acts for
          nobody any more, and the rounds they had a part in are over. Bids, scores, decisions and the log
          stay under the pseudonym. A programme officer must approve it within 30 minutes.
        </p>
        <div className="actions">
          <SubmitButton variant="danger" icon="trash-2">
            Ask for the erasure
          </SubmitButton>
        </div>
      </Form>
    </details>
  )
}
