import { z } from 'zod'
import { postTransaction } from '@/domain/ledger/post-transaction'
import { refuse } from '@/lib/errors'
import { formatMoney } from '@/lib/money'
import { operation } from '@/lib/operation'
import { lockUnmatched } from './find-unmatched'
import { BankReference } from './input'

/**
 * Records that a receipt which is for nothing of ours was sent back, by two people (R10.2, R16.3). Refuses:
 * thing.not-found, payment.assigned.
 */
export const sendBack = operation('payment.send-back', {
  input: z.strictObject({ bankEntryId: z.string().max(60), bankReference: BankReference }),
  subject: (tx, { bankEntryId }) => lockUnmatched(tx, bankEntryId),
  check({ subject: { placed } }) {
    if (placed) throw refuse('payment.assigned')
  },
  secondPerson: ({ bankReference }, { entry }) => ({
    object: entry.id,
    summary: `Record that the receipt of ${formatMoney(entry.amountMinor)} was sent back`,
    typed: formatMoney(entry.amountMinor),
    reason: `Bank reference ${bankReference}`,
    changes: [{ what: 'Receipt', before: `${entry.bookedOn}, ${entry.payer}`, after: 'Sent back' }],
  }),
  async run({ tx, at, subject: { entry } }) {
    const { id, amountMinor } = entry
    await postTransaction(tx, {
      kind: 'receipt-sent-back',
      cause: id,
      at,
      entries: [
        { account: 'unmatched-receipts', amountMinor },
        { account: 'bank', amountMinor: -amountMinor },
      ],
    })
    return {
      result: { bankEntryId: id },
      audit: { object: id, facts: { amountMinor: amountMinor.toString() } },
    }
  },
})
