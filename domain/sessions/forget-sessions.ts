import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { knownDevices, sessions } from '@/db/schema/people'

/** Deletes a person's sessions, ended ones too, and the browsers they signed in from. */
export async function forgetSessions(tx: Tx, userId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, userId))
  await tx.delete(knownDevices).where(eq(knownDevices.userId, userId))
}
