import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { sponsorships } from '@/db/schema/applications'

/** Puts another address where a registrar was asked at this one. */
export async function forgetContact(tx: Tx, email: string, instead: string): Promise<void> {
  await tx.update(sponsorships).set({ contactEmail: instead }).where(eq(sponsorships.contactEmail, email))
}
