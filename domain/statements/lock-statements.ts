import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

/** One at a time records figures, fees and settings or freezes a statement: each rests on what was recorded before. */
export async function lockStatements(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('statements', 0))`)
}
