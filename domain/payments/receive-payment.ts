import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { LedgerAccount } from '@/db/schema/ledger'
import { rounds } from '@/db/schema/rounds'
import { invoices, type PaymentMethod, payments } from '@/db/schema/settlement'
import { type Award, lockAward } from '@/domain/awards/lock-award'
import { openOf } from '@/domain/ledger/balances'
import { lockMoney } from '@/domain/ledger/lock-money'
import { postTransaction } from '@/domain/ledger/post-transaction'
import { newId } from '@/lib/ids'
import { lesser } from '@/lib/money'
import { isInTime } from './in-time'
import { settleIfPaid } from './settle-if-paid'

export type Arrived = {
  awardId: string
  amountMinor: bigint
  method: PaymentMethod
  /** The bank’s or the payment service’s own reference. */
  reference: string
  /** The day on the statement, as 2026-12-01. */
  receivedOn: string
  /** Online: the instant at which it was paid. */
  receivedAt?: Date
  /** Where the money is: newly at the bank or under way to it, or among what was not matched before. */
  from: Extract<LedgerAccount, 'bank' | 'online-clearing' | 'unmatched-receipts'>
  bankEntryId?: string
  at: Date
}

export type Received = {
  paymentId: string
  award: Award
  /** The round’s: deadlines are told in it. */
  zone: string
  /** Who paid, and whose credit the rest is. */
  organisationId: string
  /** What the invoice took, what became the customer’s credit, and what is still open, in cents. */
  toInvoiceMinor: bigint
  creditMinor: bigint
  openMinor: bigint
  /** The award still waits for payment, but this came after the deadline. */
  late: boolean
  /** The award has moved on to paid by this. */
  paid: boolean
}

/**
 * Counts money that arrived for an award (R10.2): the invoice takes what it still asks for while the award waits for
 * payment; the rest, or all of it where the award is over or paid, or the money came after the deadline, becomes the
 * customer’s credit. A full invoice moves the award on to paid.
 */
export async function receivePayment(tx: Tx, arrived: Arrived): Promise<Received> {
  const { awardId, amountMinor, at, from } = arrived
  const award = await lockAward(tx, awardId)
  if (!award) throw new RangeError(`There is no award ${awardId}.`)
  const organisationId = await payerOf(tx, award)
  await lockMoney(tx, organisationId)
  const [round] = await tx.select({ zone: rounds.zone }).from(rounds).where(eq(rounds.id, award.roundId))
  const { zone } = round!
  const waits = award.state === 'accepted'
  const late = waits && !isInTime(arrived, { payBy: award.payBy, zone })
  const asked = waits && !late ? await openOf(tx, awardId) : 0n
  const toInvoiceMinor = lesser(amountMinor, asked)
  const creditMinor = amountMinor - toInvoiceMinor
  const paymentId = newId('pay', at)
  const { method, reference, receivedOn, bankEntryId } = arrived
  await tx.insert(payments).values({
    ...{ id: paymentId, awardId, organisationId, method, amountMinor, toInvoiceMinor, reference, receivedOn },
    ...(bankEntryId && { bankEntryId }),
    recordedAt: at,
  })
  await postTransaction(tx, {
    kind: toInvoiceMinor > 0n ? 'payment-received' : 'payment-set-aside',
    cause: paymentId,
    at,
    entries: [
      { account: from, amountMinor },
      { account: 'receivables', amountMinor: -toInvoiceMinor, organisationId, awardId },
      { account: 'customer-credit', amountMinor: -creditMinor, organisationId },
    ],
  })
  const settled = await settleIfPaid(tx, { award, at })
  return { paymentId, award, zone, organisationId, toInvoiceMinor, creditMinor, late, ...settled }
}

/** Whose money it is: who was invoiced, also once the name has passed to another (R12.3). */
async function payerOf(tx: Tx, award: Award): Promise<string> {
  const [invoice] = await tx
    .select({ organisationId: invoices.organisationId })
    .from(invoices)
    .where(eq(invoices.awardId, award.id))
  return invoice?.organisationId ?? award.organisationId
}
