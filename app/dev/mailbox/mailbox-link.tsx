import Link from 'next/link'
import { hasMailbox } from '@/domain/mail/queries'

/** The way to the development mailbox, where there is one. */
export function MailboxLink() {
  if (!hasMailbox()) return null
  return (
    <p className="small">
      No mail leaves this machine:{' '}
      <Link href="/dev/mailbox" prefetch={false}>
        open the development mailbox
      </Link>
      .
    </p>
  )
}
