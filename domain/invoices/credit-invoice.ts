import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { creditNotes, invoices } from '@/db/schema/settlement'
import { openOf } from '@/domain/ledger/balances'
import { postTransaction } from '@/domain/ledger/post-transaction'
import { newId } from '@/lib/ids'
import { nextNumber } from './next-number'

/**
 * Takes back the invoice of an award that is over, if it has one: the revenue is undone, and what was paid on it becomes
 * the customer’s credit, to be refunded (R10.2). The caller has locked the organisation’s money and taken the deposit back.
 * @returns what became the customer’s credit, in cents
 */
export async function creditInvoice(
  tx: Tx,
  { award, at }: { award: { id: string; organisationId: string }; at: Date },
): Promise<bigint> {
  const [invoice] = await tx
    .select({ id: invoices.id, amountMinor: invoices.amountMinor })
    .from(invoices)
    .where(and(eq(invoices.awardId, award.id), eq(invoices.organisationId, award.organisationId)))
  if (!invoice) return 0n
  const { amountMinor } = invoice
  const openMinor = await openOf(tx, award.id)
  const of = { organisationId: award.organisationId, awardId: award.id }
  const noteId = newId('crn', at)
  const numbered = await nextNumber(tx, 'CN', at)
  await tx.insert(creditNotes).values({ ...numbered, id: noteId, invoiceId: invoice.id, amountMinor, at })
  await postTransaction(tx, {
    kind: 'invoice-credited',
    cause: noteId,
    at,
    entries: [
      { account: 'programme-revenue', amountMinor, ...of },
      { account: 'receivables', amountMinor: -openMinor, ...of },
      {
        account: 'customer-credit',
        amountMinor: openMinor - amountMinor,
        organisationId: award.organisationId,
      },
    ],
  })
  return amountMinor - openMinor
}
