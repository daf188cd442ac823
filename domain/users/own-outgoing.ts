import { asc, eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import {
  calendarAddresses,
  notificationPreferences,
  notifications,
  webhooks,
} from '@/db/schema/notifications'

/** What is kept of how the portal reaches a person: inbox, wishes, calendar addresses, webhooks. Never a secret. */
export async function outgoingOf(db: Reader, userId: string) {
  const { mailId, kind, createdAt, readAt } = notifications
  const calendar = { createdAt: calendarAddresses.createdAt, revokedAt: calendarAddresses.revokedAt }
  const { url, events, createdAt: madeAt, removedAt } = webhooks
  return {
    inbox: await db
      .select({ letter: mailId, kind, createdAt, readAt })
      .from(notifications)
      .where(eq(notifications.userId, userId))
      .orderBy(asc(mailId)),
    letterWishes: await db
      .select({ kind: notificationPreferences.kind, delivery: notificationPreferences.delivery })
      .from(notificationPreferences)
      .where(eq(notificationPreferences.userId, userId)),
    calendarAddresses: await db
      .select(calendar)
      .from(calendarAddresses)
      .where(eq(calendarAddresses.userId, userId)),
    webhooks: await db
      .select({ url, events, createdAt: madeAt, removedAt })
      .from(webhooks)
      .where(eq(webhooks.createdBy, userId)),
  }
}
