import { createTransport } from 'nodemailer'
import { env } from '@/env'
import { signLetter } from './sign-letter'

export type Outgoing = { id: string; to: string; subject: string; text: string }

/** Where letters go: to a mail server, to the development mailbox page, or nowhere because nothing is configured. */
export function route(): 'smtp' | 'mailbox' | 'nowhere' {
  if (env.SMTP_URL) return 'smtp'
  return env.DEMO || env.NODE_ENV !== 'production' ? 'mailbox' : 'nowhere'
}

/**
 * Hands a letter to the mail server. The Message-ID comes from the outbox, so that a letter handed over twice after a
 * crash is one letter to the reader. The timeouts stay below the database's for an idle transaction.
 */
export async function carryLetter({ id, to, subject, text }: Outgoing): Promise<void> {
  if (route() !== 'smtp') return
  const transport = createTransport(env.SMTP_URL!, {
    connectionTimeout: 4_000,
    greetingTimeout: 4_000,
    socketTimeout: 8_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as object)
  await transport.sendMail({
    from: env.MAIL_FROM,
    to: { name: '', address: to },
    subject,
    text: signLetter(text),
    messageId: `<${id}@${new URL(env.PORTAL_URL).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
}
