import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { calendarAddresses } from '@/db/schema/notifications'

/** Deletes the secret addresses of a person's calendar, ended ones too. */
export async function forgetCalendar(tx: Tx, userId: string): Promise<void> {
  await tx.delete(calendarAddresses).where(eq(calendarAddresses.userId, userId))
}
