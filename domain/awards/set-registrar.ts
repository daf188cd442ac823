import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { awards } from '@/db/schema/awards'

/** Gives an award another sponsoring registrar (R4.2). The caller holds the award's lock and says why in the log. */
export async function setRegistrar(tx: Tx, awardId: string, registrarIanaId: number): Promise<void> {
  await tx.update(awards).set({ registrarIanaId }).where(eq(awards.id, awardId))
}
