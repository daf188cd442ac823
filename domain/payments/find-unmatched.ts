import { and, eq, exists, notExists, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { type LedgerKind, ledgerTransactions } from '@/db/schema/ledger'
import { bankEntries, payments } from '@/db/schema/settlement'

/** That a receipt matched nothing when it was counted, and has not been placed since. */
export function isUnmatched(db: Reader) {
  const posted = (...kinds: LedgerKind[]) =>
    db
      .select({ one: sql`1` })
      .from(ledgerTransactions)
      .where(and(eq(ledgerTransactions.cause, bankEntries.id), sql`${ledgerTransactions.kind} in ${kinds}`))
  const paid = db.select({ one: sql`1` }).from(payments).where(eq(payments.bankEntryId, bankEntries.id))
  return and(
    exists(posted('receipt-unmatched')),
    notExists(posted('receipt-to-deposit', 'receipt-sent-back')),
    notExists(paid),
  )
}

/** A receipt that waits to be placed, locked; undefined when there is none, or it was placed. */
export async function lockUnmatched(tx: Reader, bankEntryId: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`bank-entry:${bankEntryId}`}))`)
  const [entry] = await tx.select().from(bankEntries).where(eq(bankEntries.id, bankEntryId))
  const [waiting] = await tx
    .select({ id: bankEntries.id })
    .from(bankEntries)
    .where(and(eq(bankEntries.id, bankEntryId), isUnmatched(tx)))
  return entry && { entry, placed: !waiting }
}
