import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { passkeys } from '@/db/schema/people'

/** Ends every passkey of a person. */
export async function endPasskeys(tx: Tx, userId: string, at: Date): Promise<void> {
  await tx
    .update(passkeys)
    .set({ removedAt: at })
    .where(and(eq(passkeys.userId, userId), isNull(passkeys.removedAt)))
}
