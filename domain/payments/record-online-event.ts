import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { creditNotes, invoices, onlineEventKinds, onlineEvents, payments } from '@/db/schema/settlement'
import { type Award, lockAward } from '@/domain/awards/lock-award'
import { creditOf, openOf } from '@/domain/ledger/balances'
import { lockMoney } from '@/domain/ledger/lock-money'
import { postTransaction } from '@/domain/ledger/post-transaction'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { lesser } from '@/lib/money'
import { operation } from '@/lib/operation'
import { onlineEventLetters } from './finance-letters'
import { settleIfPaid } from './settle-if-paid'

type Payment = typeof payments.$inferSelect
type Moved = { event: { id: string; amountMinor: bigint }; payment: Payment; award: Award; at: Date }

const taken = ['refund', 'dispute']
const given = ['refund-failed', 'dispute-won']

/**
 * What the payment service did with money after it had arrived (R10.2), once for each of its references: a refund or a
 * dispute takes it back in the ledger, one that failed or was won gives it again; a payout is kept for finance to find.
 * The caller has checked the signature. Refuses: payment.recorded, payment.wrong-currency.
 */
export const recordOnlineEvent = operation('payment.record-online-event', {
  input: z.strictObject({
    kind: z.enum(onlineEventKinds),
    externalId: z.string().min(1).max(200),
    /** Of the payment that it is about; none for a payout. */
    reference: z.string().max(200).nullable(),
    amountMinor: z.bigint().positive(),
    currency: z.string().max(10),
    happenedAt: z.date(),
  }),
  async subject(tx, { kind, externalId, reference }) {
    const ofPayment = and(eq(payments.method, 'online'), eq(payments.reference, reference ?? ''))
    const [payment] = await tx.select().from(payments).where(ofPayment)
    const award = payment && (await lockAward(tx, payment.awardId))
    if (payment) await lockMoney(tx, payment.organisationId)
    const [before] = await tx
      .select()
      .from(onlineEvents)
      .where(and(eq(onlineEvents.kind, kind), eq(onlineEvents.externalId, externalId)))
    return { payment, award, counted: before !== undefined }
  },
  check({ input: { currency }, subject: { counted } }) {
    if (counted) throw refuse('payment.recorded')
    if (currency !== 'usd') throw refuse('payment.wrong-currency')
  },
  async run({ tx, at, input, subject: { payment, award } }) {
    const { kind, externalId, amountMinor, happenedAt } = input
    const event = { id: newId('oev', at), kind, externalId, amountMinor, happenedAt, recordedAt: at }
    await tx.insert(onlineEvents).values({ ...event, paymentId: payment?.id ?? null })
    if (payment && award) {
      if (taken.includes(kind)) await takeBack(tx, { event, payment, award, at })
      if (given.includes(kind)) await giveAgain(tx, { event, payment, award, at })
    }
    return {
      result: { eventId: event.id },
      letters: await onlineEventLetters(tx, {
        id: event.id,
        kind,
        externalId,
        amountMinor,
        awardId: award?.id,
      }),
      audit: { object: award?.id ?? event.id, facts: { kind, amountMinor: amountMinor.toString() } },
    }
  },
})

/** First from what the payment brought as credit, if it is still there; the rest is owed again. */
async function takeBack(tx: Tx, { event, payment, award, at }: Moved): Promise<void> {
  const { organisationId, amountMinor, toInvoiceMinor } = payment
  const beyond = (await isTakenBack(tx, award.id)) ? amountMinor : amountMinor - toInvoiceMinor
  const covered = lesser(beyond, await creditOf(tx, organisationId))
  const fromCredit = lesser(event.amountMinor, covered)
  await postTransaction(tx, {
    kind: 'payment-reversed',
    cause: event.id,
    at,
    entries: [
      { account: 'online-clearing', amountMinor: -event.amountMinor },
      { account: 'customer-credit', amountMinor: fromCredit, organisationId },
      {
        account: 'receivables',
        amountMinor: event.amountMinor - fromCredit,
        organisationId,
        awardId: award.id,
      },
    ],
  })
}

/** What is owed takes it; the rest is credit. */
async function giveAgain(tx: Tx, { event, payment, award, at }: Moved): Promise<void> {
  const { organisationId } = payment
  const toInvoice = lesser(event.amountMinor, await openOf(tx, award.id))
  await postTransaction(tx, {
    kind: 'payment-reinstated',
    cause: event.id,
    at,
    entries: [
      { account: 'online-clearing', amountMinor: event.amountMinor },
      { account: 'receivables', amountMinor: -toInvoice, organisationId, awardId: award.id },
      { account: 'customer-credit', amountMinor: toInvoice - event.amountMinor, organisationId },
    ],
  })
  await settleIfPaid(tx, { award, at })
}

/** The invoice was taken back with its award, so that all of its money became credit. */
async function isTakenBack(tx: Tx, awardId: string): Promise<boolean> {
  const notes = await tx
    .select({ id: creditNotes.id })
    .from(creditNotes)
    .innerJoin(invoices, eq(invoices.id, creditNotes.invoiceId))
    .where(eq(invoices.awardId, awardId))
  return notes.length > 0
}
