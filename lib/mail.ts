import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { notificationPreferences, notifications } from '@/db/schema/notifications'
import { users } from '@/db/schema/people'
import { type Delivery, mailOutbox } from '@/db/schema/system'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { enqueue } from '@/lib/jobs'
import { deliveryOf, kindOf, notInInbox } from '@/lib/letter-kinds'

/** A letter in plain text. `effect` names what it announces, so that it is never sent twice. */
export type Letter = { to: string; subject: string; text: string; template: string; effect?: string }

type Reader = { userId: string; wishes: Map<string, Delivery> }

/**
 * Puts letters into the outbox, and into the inbox of whoever has an account under their address, within the operation's
 * transaction. The worker mails after the commit what goes at once; the rest waits for the digest or stays in the inbox.
 */
export async function post(tx: Tx, letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return
  const readers = await readersOf(tx, letters)
  const rows = letters.map((letter) => {
    const kind = kindOf(letter.template)
    const reader = notInInbox.includes(letter.template) ? undefined : readers.get(letter.to)
    const delivery = reader ? deliveryOf(kind, reader.wishes) : ('at-once' as const)
    return { id: newId('mail', processNow()), letter, kind, reader, delivery }
  })
  const kept = await tx
    .insert(mailOutbox)
    .values(
      rows.map(({ id, letter, delivery }) => ({ id, ...letter, subject: oneLine(letter.subject), delivery })),
    )
    .onConflictDoNothing({ target: mailOutbox.effect })
    .returning({ id: mailOutbox.id })
  const written = new Set(kept.map(({ id }) => id))
  const told = rows.flatMap(({ id, kind, reader, delivery }) =>
    reader && written.has(id)
      ? [{ mailId: id, userId: reader.userId, kind, delivery, createdAt: sql`clock_timestamp()` }]
      : [],
  )
  if (told.length > 0) await tx.insert(notifications).values(told)
  await enqueue(tx, [{ task: 'send-mail', payload: {}, key: 'send-mail' }])
}

/** Who has an account under the addresses, with what they wish. */
async function readersOf(tx: Tx, letters: readonly Letter[]): Promise<Map<string, Reader>> {
  const addresses = [...new Set(letters.map(({ to }) => to))]
  const rows = await tx
    .select({
      email: users.email,
      userId: users.id,
      kind: notificationPreferences.kind,
      delivery: notificationPreferences.delivery,
    })
    .from(users)
    .leftJoin(notificationPreferences, eq(notificationPreferences.userId, users.id))
    .where(and(inArray(users.email, addresses), eq(users.status, 'active')))
  const readers = new Map<string, Reader>()
  for (const { email, userId, kind, delivery } of rows) {
    const reader = readers.get(email) ?? { userId, wishes: new Map() }
    if (kind !== null && delivery !== null) reader.wishes.set(kind, delivery)
    readers.set(email, reader)
  }
  return readers
}

/** A subject with line breaks could add headers to a mail. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').trim()
}
