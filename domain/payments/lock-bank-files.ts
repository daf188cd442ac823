import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

/** Whoever counts money at the bank, by file or by hand, does it one after the other. Locked before anything else. */
export async function lockBankFiles(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('bank-files'))`)
}
