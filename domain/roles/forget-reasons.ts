import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { roles } from '@/db/schema/people'

/** Takes away why a person's roles were ended; which they held, and when, stays. */
export async function forgetReasons(tx: Tx, userId: string): Promise<void> {
  await tx.update(roles).set({ revokeReason: null }).where(eq(roles.userId, userId))
}
