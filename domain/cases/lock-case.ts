import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { confusionCases } from '@/db/schema/cases'
import { refuse } from '@/lib/errors'

export type Case = typeof confusionCases.$inferSelect
/** A case whose address is confirmed. */
export type NumberedCase = Case & { number: string; dueAt: Date }

/** A confirmed case, locked; an unconfirmed report does not exist for anyone yet. */
export async function lockCase(tx: Tx, caseId: string): Promise<NumberedCase | undefined> {
  const [row] = await tx.select().from(confusionCases).where(eq(confusionCases.id, caseId)).for('update')
  return row?.number && row.dueAt ? { ...row, number: row.number, dueAt: row.dueAt } : undefined
}

export function requireOpen({ state }: Case): void {
  if (state === 'decided') throw refuse('case.decided')
}
