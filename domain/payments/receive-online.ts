import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { invoices, payments } from '@/db/schema/settlement'
import { lockAward } from '@/domain/awards/lock-award'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { paymentLetters } from './letters'
import { receivePayment } from './receive-payment'

/**
 * Counts what the payment service says it received for an award, once for each of its references (R10.2). The caller has
 * checked its signature. Refuses: thing.not-found, payment.recorded, payment.no-invoice, payment.wrong-currency.
 */
export const receiveOnline = operation('payment.receive-online', {
  input: z.strictObject({
    messageId: z.string().min(1).max(200),
    awardId: z.string().max(60),
    amountMinor: z.bigint().positive(),
    currency: z.string().max(60),
    reference: z.string().min(1).max(200),
    paidAt: z.date(),
  }),
  async subject(tx, { awardId, reference }) {
    const award = await lockAward(tx, awardId)
    if (!award) return undefined
    const [invoice] = await tx.select().from(invoices).where(eq(invoices.awardId, awardId))
    const [before] = await tx
      .select()
      .from(payments)
      .where(and(eq(payments.method, 'online'), eq(payments.reference, reference)))
    return { invoice, counted: before !== undefined }
  },
  check({ input, subject: { invoice, counted } }) {
    if (counted) throw refuse('payment.recorded')
    if (!invoice) throw refuse('payment.no-invoice')
    if (input.currency !== 'usd') throw refuse('payment.wrong-currency')
  },
  async run({ tx, at, input: { messageId, awardId, amountMinor, reference, paidAt } }) {
    const receivedOn = paidAt.toISOString().slice(0, 10)
    const received = await receivePayment(tx, {
      ...{ awardId, amountMinor, method: 'online', reference, receivedOn, from: 'online-clearing', at },
      receivedAt: paidAt,
    })
    return {
      result: { paymentId: received.paymentId },
      audit: {
        object: awardId,
        facts: { messageId, paymentId: received.paymentId, paid: received.paid },
      },
      letters: await paymentLetters(tx, received),
    }
  },
})
