import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { invitations } from '@/db/schema/people'

/** Puts another address into the invitations to this one. */
export async function forgetInvitations(tx: Tx, email: string, instead: string): Promise<void> {
  await tx.update(invitations).set({ email: instead }).where(eq(invitations.email, email))
}
