import type { Tx } from '@/db/client'
import { mailOutbox } from '@/db/schema/system'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { enqueue } from '@/lib/jobs'

/** A letter in plain text. `effect` names what it announces, so that it is never sent twice. */
export type Letter = { to: string; subject: string; text: string; template: string; effect?: string }

/** Puts letters into the outbox within the operation's transaction; the worker sends them after the commit. */
export async function post(tx: Tx, letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return
  const rows = letters.map((letter) => ({
    id: newId('mail', processNow()),
    ...letter,
    subject: oneLine(letter.subject),
  }))
  await tx.insert(mailOutbox).values(rows).onConflictDoNothing({ target: mailOutbox.effect })
  await enqueue(tx, [{ task: 'send-mail', payload: {}, key: 'send-mail' }])
}

/** A subject with line breaks could add headers to a mail. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').trim()
}
