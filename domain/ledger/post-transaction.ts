import type { Tx } from '@/db/client'
import { type LedgerAccount, type LedgerKind, ledgerEntries, ledgerTransactions } from '@/db/schema/ledger'
import { newId } from '@/lib/ids'

export type Entry = {
  account: LedgerAccount
  /** Cents: debit above zero, credit below. Entries of zero are left out. */
  amountMinor: bigint
  organisationId?: string | undefined
  roundId?: string | undefined
  awardId?: string | undefined
}

type Posting = {
  kind: LedgerKind
  /** The id of the row that the money moves for; with the kind it is posted once. */
  cause: string
  at: Date
  entries: readonly Entry[]
}

/**
 * The one way into the ledger (R10.2). Writes a transaction that sums to zero, or nothing where no amount moves. Posting
 * the same cause again is refused with `ledger.posted`, an overdrawn account at the commit with `ledger.overdrawn`.
 * @throws {RangeError} when the entries do not sum to zero: a fault of the caller, which the database refuses too
 */
export async function postTransaction(tx: Tx, { kind, cause, at, entries }: Posting): Promise<void> {
  const moved = entries.filter(({ amountMinor }) => amountMinor !== 0n)
  if (moved.reduce((sum, { amountMinor }) => sum + amountMinor, 0n) !== 0n)
    throw new RangeError(`The entries of ${kind} ${cause} do not sum to zero.`)
  if (moved.length === 0) return
  const transactionId = newId('ltx', at)
  await tx.insert(ledgerTransactions).values({ id: transactionId, kind, cause, at, entries: moved.length })
  await tx
    .insert(ledgerEntries)
    .values(moved.map((entry, index) => ({ ...entry, transactionId, position: index + 1 })))
}
