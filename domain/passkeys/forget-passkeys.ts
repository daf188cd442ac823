import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { passkeys } from '@/db/schema/people'

/** Deletes a person's passkeys, removed ones too. */
export async function forgetPasskeys(tx: Tx, userId: string): Promise<void> {
  await tx.delete(passkeys).where(eq(passkeys.userId, userId))
}
