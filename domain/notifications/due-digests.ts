import { and, asc, eq, isNull, lt, min, notExists } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { digests, notifications } from '@/db/schema/notifications'
import { users } from '@/db/schema/people'
import { mailOutbox } from '@/db/schema/system'
import { type DigestTime, digestTime } from './digest-time'

/** Unread letters that wait for a digest. */
const waiting = and(
  eq(notifications.delivery, 'digest'),
  isNull(notifications.digestedAt),
  isNull(notifications.readAt),
)

/** Whose digest is due at an instant: letters wait from before their seven o'clock, and that day's was not sent. */
export async function dueDigests(db: Reader, at: Date): Promise<string[]> {
  const rows = await db
    .select({ userId: users.id, timeZone: users.timeZone, since: min(notifications.createdAt) })
    .from(notifications)
    .innerJoin(users, eq(users.id, notifications.userId))
    .where(and(waiting, eq(users.status, 'active')))
    .groupBy(users.id)
    .orderBy(asc(users.id))
  const found: string[] = []
  for (const { userId, timeZone, since } of rows) {
    const time = digestTime(at, timeZone)
    if (since !== null && since < time.from && !(await wasSent(db, userId, time))) found.push(userId)
  }
  return found
}

/** The letters of a digest, oldest first; none when it was sent. */
export async function lettersToDigest(db: Reader, userId: string, time: DigestTime) {
  const sent = db
    .select()
    .from(digests)
    .where(and(eq(digests.userId, userId), eq(digests.day, time.day)))
  return db
    .select({ mailId: notifications.mailId, subject: mailOutbox.subject, at: notifications.createdAt })
    .from(notifications)
    .innerJoin(mailOutbox, eq(mailOutbox.id, notifications.mailId))
    .where(
      and(waiting, eq(notifications.userId, userId), lt(notifications.createdAt, time.from), notExists(sent)),
    )
    .orderBy(asc(notifications.createdAt), asc(notifications.mailId))
}

async function wasSent(db: Reader, userId: string, { day }: DigestTime): Promise<boolean> {
  const rows = await db
    .select()
    .from(digests)
    .where(and(eq(digests.userId, userId), eq(digests.day, day)))
  return rows.length > 0
}
