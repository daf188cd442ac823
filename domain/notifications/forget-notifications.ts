import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { digests, notificationPreferences, notifications } from '@/db/schema/notifications'

/** Deletes a person's inbox, how they wanted their letters, and when they had a digest. */
export async function forgetNotifications(tx: Tx, userId: string): Promise<void> {
  await tx.delete(notifications).where(eq(notifications.userId, userId))
  await tx.delete(notificationPreferences).where(eq(notificationPreferences.userId, userId))
  await tx.delete(digests).where(eq(digests.userId, userId))
}
