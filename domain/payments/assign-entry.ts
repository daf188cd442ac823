import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { invoices } from '@/db/schema/settlement'
import { awardStateWords } from '@/domain/awards/lifecycle'
import { lockAward } from '@/domain/awards/lock-award'
import { openOf } from '@/domain/ledger/balances'
import { refuse } from '@/lib/errors'
import { formatMoney } from '@/lib/money'
import { operation } from '@/lib/operation'
import { lockUnmatched } from './find-unmatched'
import { paymentLetters } from './letters'
import { receivePayment } from './receive-payment'

/**
 * Says for which award a receipt is that matched none, by two people (R10.2, R16.3). Refuses: thing.not-found,
 * payment.assigned, payment.no-invoice.
 */
export const assignEntry = operation('payment.assign', {
  input: z.strictObject({
    bankEntryId: z.string().max(60),
    awardId: z.string().min(1, 'Choose the invoice.').max(60),
    reason: z
      .string()
      .trim()
      .min(10, 'Say in a sentence how you know.')
      .max(500, 'Use at most 500 characters.'),
  }),
  async subject(tx, { bankEntryId, awardId }) {
    const award = await lockAward(tx, awardId)
    const waiting = await lockUnmatched(tx, bankEntryId)
    if (!award || !waiting) return undefined
    const [invoice] = await tx.select().from(invoices).where(eq(invoices.awardId, awardId))
    return { ...waiting, award, invoice, openMinor: await openOf(tx, awardId) }
  },
  check({ subject: { invoice, placed } }) {
    if (placed) throw refuse('payment.assigned')
    if (!invoice) throw refuse('payment.no-invoice')
  },
  secondPerson: ({ reason }, { award, entry, invoice, openMinor }) => ({
    object: award.id,
    summary: `Assign the receipt of ${formatMoney(entry.amountMinor)} to ${award.label}.org`,
    typed: formatMoney(entry.amountMinor),
    reason,
    changes: [
      { what: 'Receipt', before: '', after: `${entry.bookedOn}, ${entry.payer}, ${entry.message}` },
      { what: 'Invoice', before: '', after: invoice?.number ?? '' },
      { what: 'Award', before: '', after: awardStateWords[award.state] },
      { what: 'Open', before: formatMoney(openMinor), after: `${formatMoney(entry.amountMinor)} less` },
    ],
    fingerprint: [award.state, openMinor.toString()],
  }),
  async run({ tx, at, input, subject: { entry } }) {
    const received = await receivePayment(tx, {
      ...{ awardId: input.awardId, amountMinor: entry.amountMinor, method: 'bank-file', at },
      ...{ reference: entry.reference, receivedOn: entry.bookedOn, bankEntryId: entry.id },
      from: 'unmatched-receipts',
    })
    return {
      result: { paymentId: received.paymentId },
      audit: {
        object: input.awardId,
        facts: { bankEntryId: entry.id, paymentId: received.paymentId, paid: received.paid },
      },
      letters: await paymentLetters(tx, received),
    }
  },
})
