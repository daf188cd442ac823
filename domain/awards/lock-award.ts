import { asc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { awards } from '@/db/schema/awards'

export type Award = typeof awards.$inferSelect

/** Locks an award; undefined when there is none. The organisation’s money is locked after it, never before. */
export async function lockAward(tx: Tx, awardId: string): Promise<Award | undefined> {
  const [award] = await tx.select().from(awards).where(eq(awards.id, awardId)).for('update')
  return award
}

/** Locks every award of a lot, in their order. */
export function lockAwards(tx: Tx, lotId: string): Promise<Award[]> {
  return tx.select().from(awards).where(eq(awards.lotId, lotId)).orderBy(asc(awards.rank)).for('update')
}
