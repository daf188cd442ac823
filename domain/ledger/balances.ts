import { and, eq, sum } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { type LedgerAccount, ledgerEntries } from '@/db/schema/ledger'

type Of = { organisationId?: string; roundId?: string; awardId?: string }

/** The balance of an account, of one organisation, round or award where named: cents, debit above zero. */
export async function balanceOf(db: Reader, account: LedgerAccount, of: Of): Promise<bigint> {
  const { organisationId, roundId, awardId } = of
  const [row] = await db
    .select({ minor: sum(ledgerEntries.amountMinor) })
    .from(ledgerEntries)
    .where(
      and(
        eq(ledgerEntries.account, account),
        organisationId === undefined ? undefined : eq(ledgerEntries.organisationId, organisationId),
        roundId === undefined ? undefined : eq(ledgerEntries.roundId, roundId),
        awardId === undefined ? undefined : eq(ledgerEntries.awardId, awardId),
      ),
    )
  return BigInt(row?.minor ?? 0)
}

/** What is held of an organisation’s deposit for a round, in cents. */
export async function depositHeld(
  db: Reader,
  of: { organisationId: string; roundId: string },
): Promise<bigint> {
  return -(await balanceOf(db, 'deposits-held', of))
}

/** What an award’s invoice still asks for, in cents. */
export function openOf(db: Reader, awardId: string): Promise<bigint> {
  return balanceOf(db, 'receivables', { awardId })
}

/** What every invoice still asks for, in cents, by award; an award that is not there owes nothing. */
export async function openByAward(db: Reader): Promise<Map<string | null, bigint>> {
  const rows = await db
    .select({ awardId: ledgerEntries.awardId, minor: sum(ledgerEntries.amountMinor) })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.account, 'receivables'))
    .groupBy(ledgerEntries.awardId)
  return new Map(rows.map(({ awardId, minor }) => [awardId, BigInt(minor ?? 0)]))
}

/** What an organisation paid beyond what was due, in cents. */
export async function creditOf(db: Reader, organisationId: string): Promise<bigint> {
  return -(await balanceOf(db, 'customer-credit', { organisationId }))
}
