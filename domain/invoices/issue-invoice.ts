import { desc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { planVersions } from '@/db/schema/applications'
import { type Buyer, invoices } from '@/db/schema/settlement'
import { lockAward } from '@/domain/awards/lock-award'
import { applyDeposit } from '@/domain/deposits/apply-deposit'
import { lockMoney } from '@/domain/ledger/lock-money'
import { postTransaction } from '@/domain/ledger/post-transaction'
import { settleIfPaid } from '@/domain/payments/settle-if-paid'
import { newId } from '@/lib/ids'
import { creditorReference } from './creditor-reference'
import { nextNumber } from './next-number'

export type Issued = {
  invoiceId: string
  number: string
  /** What is left to pay once the deposit is applied, in cents. */
  openMinor: bigint
  /** The deposit covered all of it, so the award moved on to paid. */
  paid: boolean
}

/**
 * Issues the one invoice of an award that has just been accepted, applies the deposit to it, and moves the award on where
 * that pays all of it (R10.2). A step of an operation that moved the award; refuses a second invoice by constraint.
 */
export async function issueInvoice(
  tx: Tx,
  { award: { id }, at }: { award: { id: string }; at: Date },
): Promise<Issued> {
  const award = await lockAward(tx, id)
  if (!award) throw new RangeError(`There is no award ${id}.`)
  const { organisationId, roundId, label, priceMinor: amountMinor } = award
  await lockMoney(tx, organisationId)
  const numbered = await nextNumber(tx, 'INV', at)
  const invoiceId = newId('inv', at)
  await tx.insert(invoices).values({
    ...numbered,
    ...{ id: invoiceId, awardId: id, organisationId, roundId, label, amountMinor },
    reference: creditorReference(numbered.number),
    buyer: await buyerOf(tx, award.applicationId),
    issuedAt: at,
    dueAt: award.payBy,
  })
  await postTransaction(tx, {
    kind: 'invoice-issued',
    cause: invoiceId,
    at,
    entries: [
      { account: 'receivables', amountMinor, organisationId, awardId: id },
      { account: 'programme-revenue', amountMinor: -amountMinor, organisationId, awardId: id },
    ],
  })
  await applyDeposit(tx, { award, at })
  const { openMinor, paid } = await settleIfPaid(tx, { award, at })
  return { invoiceId, number: numbered.number, openMinor, paid }
}

/** The organisation as the last version of its plan froze it. */
async function buyerOf(tx: Tx, applicationId: string): Promise<Buyer> {
  const [version] = await tx
    .select({ organisation: planVersions.organisation })
    .from(planVersions)
    .where(eq(planVersions.applicationId, applicationId))
    .orderBy(desc(planVersions.number))
    .limit(1)
  const text = (name: string) => String(version?.organisation[name] ?? '')
  return {
    legalName: text('legalName'),
    address: text('address'),
    country: text('country'),
    registrationNumber: text('registrationNumber'),
  }
}
