import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { invoices } from '@/db/schema/settlement'
import { awardStateWords } from '@/domain/awards/lifecycle'
import { lockAward } from '@/domain/awards/lock-award'
import { openOf } from '@/domain/ledger/balances'
import { refuse } from '@/lib/errors'
import { formatMoney } from '@/lib/money'
import { operation } from '@/lib/operation'
import { isCountedByFile } from './counted-by-file'
import { Amount, BankReference, StatementDay } from './input'
import { paymentLetters } from './letters'
import { lockBankFiles } from './lock-bank-files'
import { receivePayment } from './receive-payment'

/**
 * Records a payment that a bank statement shows, by hand and by two people (R10.2, R16.3). Refuses: thing.not-found,
 * payment.no-invoice, payment.recorded, payment.counted-by-file, input.invalid.
 */
export const recordPayment = operation('payment.record', {
  input: z.strictObject({
    awardId: z.string().max(60),
    amount: Amount,
    bankReference: BankReference,
    receivedOn: StatementDay,
  }),
  async subject(tx, { awardId, amount, bankReference }) {
    await lockBankFiles(tx)
    const award = await lockAward(tx, awardId)
    if (!award) return undefined
    const [invoice] = await tx.select().from(invoices).where(eq(invoices.awardId, awardId))
    const byFile = await isCountedByFile(tx, { reference: bankReference, amountMinor: amount })
    return { award, invoice, byFile, openMinor: await openOf(tx, awardId) }
  },
  check({ input, subject: { invoice, byFile }, at }) {
    if (!invoice) throw refuse('payment.no-invoice')
    if (byFile) throw refuse('payment.counted-by-file')
    if (new Date(`${input.receivedOn}T00:00:00Z`) > at)
      throw refuse('input.invalid', {}, { receivedOn: 'This day is in the future.' })
  },
  secondPerson(input, { award, invoice, openMinor }) {
    const left = openMinor - input.amount
    return {
      object: award.id,
      summary: `Record a payment of ${formatMoney(input.amount)} for ${award.label}.org`,
      typed: formatMoney(input.amount),
      reason: `Bank reference ${input.bankReference}, ${input.receivedOn}`,
      changes: [
        { what: 'Invoice', before: '', after: invoice?.number ?? '' },
        { what: 'Award', before: '', after: awardStateWords[award.state] },
        {
          what: 'Open',
          before: formatMoney(openMinor),
          after: left > 0n ? formatMoney(left) : `Nothing; ${formatMoney(-left)} to be refunded`,
        },
      ],
      fingerprint: [award.state, openMinor.toString()],
    }
  },
  async run({ tx, at, input }) {
    const received = await receivePayment(tx, {
      ...{ awardId: input.awardId, amountMinor: input.amount, method: 'by-hand', at },
      ...{ reference: input.bankReference, receivedOn: input.receivedOn, from: 'bank' },
    })
    const { paymentId, toInvoiceMinor, creditMinor, paid } = received
    return {
      result: { paymentId },
      audit: {
        object: input.awardId,
        facts: {
          ...{ paymentId, paid },
          ...{ toInvoiceMinor: toInvoiceMinor.toString(), creditMinor: creditMinor.toString() },
        },
      },
      letters: await paymentLetters(tx, received),
    }
  },
})
