import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { notifications } from '@/db/schema/notifications'
import { mailOutbox } from '@/db/schema/system'
import { env } from '@/env'
import { operation } from '@/lib/operation'
import { findPath } from './find-path'

/** One letter of one's own is read, or all of them. Answers where the one leads. */
export const markRead = operation('notification.mark-read', {
  input: z.strictObject({ mailId: z.string().max(60).optional() }),
  async subject(tx, { mailId }, actor) {
    if (actor.kind !== 'person') return undefined
    const own = eq(notifications.userId, actor.userId)
    if (mailId === undefined) {
      const rows = await tx
        .select({ mailId: notifications.mailId })
        .from(notifications)
        .where(and(own, isNull(notifications.readAt)))
        .orderBy(notifications.mailId)
        .for('update')
      return { ids: rows.map((row) => row.mailId), path: undefined }
    }
    const [row] = await tx
      .select({ text: mailOutbox.text })
      .from(notifications)
      .innerJoin(mailOutbox, eq(mailOutbox.id, notifications.mailId))
      .where(and(own, eq(notifications.mailId, mailId)))
      .for('update', { of: notifications })
    return row && { ids: [mailId], path: findPath(row.text, env.PORTAL_URL) }
  },
  async run({ tx, at, actor, subject: { ids, path } }) {
    const read = await tx
      .update(notifications)
      .set({ readAt: at })
      .where(and(inArray(notifications.mailId, ids), isNull(notifications.readAt)))
      .returning({ mailId: notifications.mailId })
    const object = actor.kind === 'person' ? actor.pseudonym : ''
    return { result: { read: read.length, path }, audit: { object, facts: { read: read.length } } }
  },
})
