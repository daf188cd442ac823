import { and, asc, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { mailOutbox } from '@/db/schema/system'
import { route } from './carry-letter'
import { MOST_TRIES } from './send-letter'
import { signLetter } from './sign-letter'

/** What waits for a digest, or stays in the inbox, is not mailed by itself. */
const toBeMailed = and(isNull(mailOutbox.sentAt), eq(mailOutbox.delivery, 'at-once'))

/** Letters that wait to be sent, oldest first; none while there is nowhere to send them. */
export async function waitingLetters(most: number, db: Reader = database()): Promise<string[]> {
  if (route() === 'nowhere') return []
  const rows = await db
    .select({ id: mailOutbox.id })
    .from(mailOutbox)
    .where(and(toBeMailed, lt(mailOutbox.attempts, MOST_TRIES)))
    .orderBy(asc(mailOutbox.createdAt))
    .limit(most)
  return rows.map(({ id }) => id)
}

/** A worker takes a letter up at once; one that nobody has tried for so long was with a worker that was killed. */
const LEFT_SECONDS = 3

/** Whether letters were left behind: the queue keeps the job of a dead worker to it for hours. */
export async function hasLeftLetters(db: Reader = database()): Promise<boolean> {
  if (route() === 'nowhere') return false
  const left = sql`${mailOutbox.createdAt} < clock_timestamp() - make_interval(secs => ${LEFT_SECONDS})`
  const rows = await db
    .select({ id: mailOutbox.id })
    .from(mailOutbox)
    .where(and(toBeMailed, eq(mailOutbox.attempts, 0), left))
    .limit(1)
  return rows.length > 0
}

/** Whether the development mailbox exists here: no mail server, and a demo or no production. */
export function hasMailbox(): boolean {
  return route() === 'mailbox'
}

/** The newest letters of the development mailbox, for all or one address; undefined where there is none. */
export async function mailbox(to: string | undefined, db: Reader = database()) {
  if (!hasMailbox()) return undefined
  return db
    .select({
      id: mailOutbox.id,
      to: mailOutbox.to,
      subject: mailOutbox.subject,
      sentAt: mailOutbox.sentAt,
    })
    .from(mailOutbox)
    .where(and(isNotNull(mailOutbox.sentAt), ...(to ? [eq(mailOutbox.to, to)] : [])))
    .orderBy(desc(mailOutbox.sentAt), desc(mailOutbox.id))
    .limit(100)
}

/** One delivered letter of the development mailbox, as it would have been sent. */
export async function readLetter(id: string, db: Reader = database()) {
  if (!hasMailbox()) return undefined
  const [letter] = await db
    .select()
    .from(mailOutbox)
    .where(and(eq(mailOutbox.id, id), isNotNull(mailOutbox.sentAt)))
  return letter && { ...letter, text: signLetter(letter.text) }
}
