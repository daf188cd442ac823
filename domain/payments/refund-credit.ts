import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { organisations } from '@/db/schema/people'
import { refunds } from '@/db/schema/settlement'
import { creditOf } from '@/domain/ledger/balances'
import { lockMoney } from '@/domain/ledger/lock-money'
import { postTransaction } from '@/domain/ledger/post-transaction'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { formatMoney } from '@/lib/money'
import { operation } from '@/lib/operation'
import { Amount, BankReference } from './input'
import { refundLetters } from './letters'

/**
 * Records that a customer’s credit was sent back, by two people (R10.2, R16.3). Refuses: thing.not-found,
 * payment.over-credit, input.invalid.
 */
export const refundCredit = operation('payment.refund', {
  input: z.strictObject({ organisationId: z.string().max(60), amount: Amount, bankReference: BankReference }),
  async subject(tx, { organisationId }) {
    const [organisation] = await tx.select().from(organisations).where(eq(organisations.id, organisationId))
    if (!organisation) return undefined
    await lockMoney(tx, organisationId)
    return { organisation, creditMinor: await creditOf(tx, organisationId) }
  },
  check({ input, subject: { creditMinor } }) {
    if (input.amount > creditMinor) throw refuse('payment.over-credit', { credit: formatMoney(creditMinor) })
  },
  secondPerson: (input, { organisation, creditMinor }) => ({
    object: organisation.id,
    summary: `Record a refund of ${formatMoney(input.amount)} to ${organisation.legalName}`,
    typed: formatMoney(input.amount),
    reason: `Bank reference ${input.bankReference}`,
    changes: [
      {
        what: 'Credit',
        before: formatMoney(creditMinor),
        after: formatMoney(creditMinor - input.amount),
      },
    ],
    fingerprint: creditMinor.toString(),
  }),
  async run({ tx, at, input: { organisationId, amount, bankReference } }) {
    const refund = { id: newId('rfd', at), organisationId, amountMinor: amount, bankReference }
    await tx.insert(refunds).values({ ...refund, at })
    await postTransaction(tx, {
      kind: 'refund-sent',
      cause: refund.id,
      at,
      entries: [
        { account: 'customer-credit', amountMinor: amount, organisationId },
        { account: 'bank', amountMinor: -amount },
      ],
    })
    return {
      result: { refundId: refund.id },
      audit: {
        object: organisationId,
        facts: { refundId: refund.id, amountMinor: amount.toString() },
      },
      letters: await refundLetters(tx, refund),
    }
  },
})
