import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

/** Whatever asks whether the bank’s money was counted before, or counts it, does so one after the other. Locked first. */
export async function lockBankFiles(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('bank-files'))`)
}
