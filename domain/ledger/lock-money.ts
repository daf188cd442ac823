import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

/**
 * Locks an organisation’s money until the transaction ends: whoever reads a balance to move it holds this first. The
 * database takes the same lock when it looks whether an account is covered.
 */
export async function lockMoney(tx: Tx, organisationId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`ledger:${organisationId}`}))`)
}
