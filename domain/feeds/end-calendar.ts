import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { calendarAddresses } from '@/db/schema/notifications'

/** Revokes the person's calendar address. False when there was none. */
export async function endCalendar(tx: Tx, userId: string, at: Date): Promise<boolean> {
  const ended = await tx
    .update(calendarAddresses)
    .set({ revokedAt: at })
    .where(and(eq(calendarAddresses.userId, userId), isNull(calendarAddresses.revokedAt)))
    .returning({ id: calendarAddresses.id })
  return ended.length > 0
}
