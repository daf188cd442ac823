import { and, count, desc, eq, isNull, lt } from 'drizzle-orm'
import { notificationPreferences, notifications } from '@/db/schema/notifications'
import { mailOutbox } from '@/db/schema/system'
import { withoutTokens } from '@/domain/mail/without-tokens'
import { env } from '@/env'
import { deliveryOf, type LetterKind, letterKinds } from '@/lib/letter-kinds'
import { query } from '@/lib/query'
import { findPath } from './find-path'

const PAGE = 40

/** The person's letters, newest first, forty at a time. `input` is the id to go on from, `older` the next one. */
export const inbox = query('account.own', async ({ db, actor, input }) => {
  const before = input as string | undefined
  const rows = await db
    .select({ notification: notifications, subject: mailOutbox.subject, text: mailOutbox.text })
    .from(notifications)
    .innerJoin(mailOutbox, eq(mailOutbox.id, notifications.mailId))
    .where(
      and(
        eq(notifications.userId, actor.userId),
        before === undefined ? undefined : lt(notifications.mailId, before),
      ),
    )
    .orderBy(desc(notifications.mailId))
    .limit(PAGE + 1)
  const letters = rows.slice(0, PAGE).map(({ notification, subject, text }) => ({
    id: notification.mailId,
    subject,
    text: withoutTokens(text),
    kind: letterKinds[notification.kind as LetterKind]?.words ?? '',
    at: notification.createdAt,
    read: notification.readAt !== null,
    path: findPath(text, env.PORTAL_URL),
  }))
  return { letters, older: rows.length > PAGE ? letters.at(-1)!.id : undefined }
})

/** How many letters the person has not read. */
export const unread = query('account.own', async ({ db, actor }) => {
  const [row] = await db
    .select({ letters: count() })
    .from(notifications)
    .where(and(eq(notifications.userId, actor.userId), isNull(notifications.readAt)))
  return row!.letters
})

/** Every kind of letter and how the person has it. */
export const preferences = query('account.own', async ({ db, actor }) => {
  const rows = await db
    .select()
    .from(notificationPreferences)
    .where(eq(notificationPreferences.userId, actor.userId))
  const wishes = new Map(rows.map(({ kind, delivery }) => [kind, delivery]))
  return (Object.keys(letterKinds) as LetterKind[]).map((kind) => ({
    kind,
    words: letterKinds[kind].words,
    what: letterKinds[kind].what,
    fixed: 'fixed' in letterKinds[kind],
    delivery: deliveryOf(kind, wishes),
  }))
})
