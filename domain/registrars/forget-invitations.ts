import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { registrarInvitations } from '@/db/schema/allocations'

/** Puts another address into the invitations of registrars to this one. */
export async function forgetRegistrarInvitations(tx: Tx, email: string, instead: string): Promise<void> {
  await tx.update(registrarInvitations).set({ email: instead }).where(eq(registrarInvitations.email, email))
}
