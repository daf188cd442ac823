import { eq, lt, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { type LedgerAccount, ledgerAccounts, ledgerEntries, ledgerTransactions } from '@/db/schema/ledger'

export type TrialBalance = {
  /** Every account of the chart: the sums of its debits and of its credits, both above zero, and debit less credit. */
  accounts: { account: LedgerAccount; debitMinor: bigint; creditMinor: bigint; balanceMinor: bigint }[]
  debitMinor: bigint
  creditMinor: bigint
}

/** All accounts as of an instant, half-open: what was posted before it counts (R10.2). */
export async function trialBalance(db: Reader, before: Date): Promise<TrialBalance> {
  const { account, amountMinor } = ledgerEntries
  const rows = await db
    .select({
      account,
      debit: sql<string>`coalesce(sum(${amountMinor}) filter (where ${amountMinor} > 0), 0)`,
      credit: sql<string>`coalesce(-sum(${amountMinor}) filter (where ${amountMinor} < 0), 0)`,
    })
    .from(ledgerEntries)
    .innerJoin(ledgerTransactions, eq(ledgerTransactions.id, ledgerEntries.transactionId))
    .where(lt(ledgerTransactions.at, before))
    .groupBy(account)
  const accounts = ledgerAccounts.map((each) => {
    const row = rows.find((one) => one.account === each)
    const [debitMinor, creditMinor] = [BigInt(row?.debit ?? 0), BigInt(row?.credit ?? 0)]
    return { account: each, debitMinor, creditMinor, balanceMinor: debitMinor - creditMinor }
  })
  const sumOf = (side: 'debitMinor' | 'creditMinor') => accounts.reduce((sum, row) => sum + row[side], 0n)
  return { accounts, debitMinor: sumOf('debitMinor'), creditMinor: sumOf('creditMinor') }
}
