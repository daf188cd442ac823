import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { Mark } from '@/components/ui/status'
import { SubmitButton } from '@/components/ui/submit-button'
import { openLetter, readOne } from '../actions'

type Letter = {
  id: string
  subject: string
  text: string
  kind: string
  at: Date
  read: boolean
  path: string | undefined
}

/** One letter: what it is about, its text on demand, and the way to where it leads, which marks it as read. */
export function InboxLetter({ letter, zone }: { letter: Letter; zone: string }) {
  const { id, subject, text, kind, at, read, path } = letter
  return (
    <li className="space-y-2 py-4">
      <div className="row between">
        <h3 className={`text-16 ${read ? 'font-normal' : ''}`}>{subject}</h3>
        {!read && (
          <Mark tone="info" icon="bell">
            New
          </Mark>
        )}
      </div>
      <p className="small soft">
        {kind} · <When at={at} zone={zone} />
      </p>
      <details>
        <summary className="small">Read it</summary>
        <p className="brk max-w-[44rem] whitespace-pre-wrap pt-2">{text}</p>
      </details>
      {(path || !read) && (
        <div className="actions">
          {path && (
            <Form action={openLetter}>
              <SubmitButton variant="default" size="s" name="mailId" value={id}>
                Go there<span className="sr-only">: {subject}</span>
              </SubmitButton>
            </Form>
          )}
          {!read && (
            <Form action={readOne}>
              <SubmitButton variant="default" size="s" name="mailId" value={id}>
                Mark as read<span className="sr-only">: {subject}</span>
              </SubmitButton>
            </Form>
          )}
        </div>
      )}
    </li>
  )
}
