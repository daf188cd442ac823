import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { organisations } from '@/db/schema/people'
import { depositMoves, refunds } from '@/db/schema/settlement'
import type { Debit } from './statements/statement'

export type MatchedDebit = {
  debit: Debit
  /** What the portal recorded as sent, of the same reference and amount; null: nothing. */
  sent: { what: 'refund' | 'deposit'; organisation: string } | null
}

/**
 * Money that left the bank account beside what finance recorded as sent (R10.2): a refund or a deposit given back, by the
 * bank’s reference and the amount. It moves nothing: what was sent is in the ledger since it was recorded.
 */
export async function matchDebits(db: Reader, debits: readonly Debit[]): Promise<MatchedDebit[]> {
  if (debits.length === 0) return []
  const references = debits.map(({ reference }) => reference)
  const credits = await db
    .select({
      reference: refunds.bankReference,
      amountMinor: refunds.amountMinor,
      organisation: organisations.legalName,
    })
    .from(refunds)
    .innerJoin(organisations, eq(organisations.id, refunds.organisationId))
    .where(inArray(refunds.bankReference, references))
  const returned = await db
    .select({
      reference: depositMoves.bankReference,
      amountMinor: depositMoves.amountMinor,
      organisation: organisations.legalName,
    })
    .from(depositMoves)
    .innerJoin(organisations, eq(organisations.id, depositMoves.organisationId))
    .where(and(eq(depositMoves.kind, 'returned'), inArray(depositMoves.bankReference, references)))
  const all = [
    ...credits.map((each) => ({ ...each, what: 'refund' as const })),
    ...returned.map((each) => ({ ...each, what: 'deposit' as const })),
  ]
  return debits.map((debit) => {
    const at = all.findIndex(
      (each) => each.reference === debit.reference && each.amountMinor === debit.amountMinor,
    )
    const [found] = at === -1 ? [] : all.splice(at, 1)
    return { debit, sent: found ? { what: found.what, organisation: found.organisation } : null }
  })
}
