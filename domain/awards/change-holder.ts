import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { awards } from '@/db/schema/awards'

/**
 * An award passes to another organisation, and what it owes with it (R12.3). The caller holds the award’s lock and has
 * an approved transfer: the database refuses anything else.
 */
export async function changeHolder(tx: Tx, awardId: string, organisationId: string): Promise<void> {
  await tx.update(awards).set({ organisationId }).where(eq(awards.id, awardId))
}
