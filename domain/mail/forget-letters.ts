import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { mailOutbox } from '@/db/schema/system'

/** Deletes every letter to an address, sent or not; what stands in an inbox goes with it. */
export async function forgetLetters(tx: Tx, email: string): Promise<void> {
  await tx.delete(mailOutbox).where(eq(mailOutbox.to, email))
}
