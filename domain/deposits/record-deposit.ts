import { and, eq, sum } from 'drizzle-orm'
import { z } from 'zod'
import { applications, deposits } from '@/db/schema/applications'
import { organisations } from '@/db/schema/people'
import { phases, rounds } from '@/db/schema/rounds'
import { lockMoney } from '@/domain/ledger/lock-money'
import { isCountedByFile } from '@/domain/payments/counted-by-file'
import { lockBankFiles } from '@/domain/payments/lock-bank-files'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import { refuse } from '@/lib/errors'
import { formatMoney, parseAmount } from '@/lib/money'
import { operation } from '@/lib/operation'
import { calendarDay } from '@/lib/time/calendar-day'
import { receiveDeposit } from './receive-deposit'
import { biddingLimit, MOST_DEPOSIT_MINOR, takesDeposits } from './rules'

const Amount = z
  .string()
  .max(40, 'This is too long for an amount.')
  .transform((text, context) => {
    const amount = parseAmount(text)
    if (amount.ok && amount.minor > 0n) return amount.minor
    const message = amount.ok ? 'Enter an amount above zero.' : amount.message
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/**
 * Records a deposit that arrived by bank, or corrects one, by two people (R7.2, R16.3).
 * Refuses: thing.not-found, round.wrong-state, deposit.too-large, deposit.below-zero, payment.counted-by-file,
 * input.invalid.
 */
export const recordDeposit = operation('deposit.record', {
  input: z.strictObject({
    roundId: z.string().max(60),
    organisationId: z.string().min(1, 'Choose the applicant.').max(60),
    kind: z.enum(['received', 'correction'], 'Say whether money arrived or an entry is corrected.'),
    amount: Amount,
    bankReference: z
      .string()
      .trim()
      .min(3, 'Enter the reference on the bank statement.')
      .max(140, 'Use at most 140 characters.'),
    receivedOn: calendarDay('Enter the day on the bank statement.'),
  }),
  async subject(tx, { roundId, organisationId, kind, amount, bankReference }) {
    await lockBankFiles(tx)
    const [found] = await tx
      .select({ round: rounds, phase: phases.number, organisation: organisations.legalName })
      .from(rounds)
      .innerJoin(phases, eq(phases.id, rounds.phaseId))
      .innerJoin(applications, eq(applications.roundId, rounds.id))
      .innerJoin(organisations, eq(organisations.id, applications.organisationId))
      .where(
        and(
          eq(rounds.id, roundId),
          eq(organisations.id, organisationId),
          eq(applications.state, 'submitted'),
        ),
      )
      .limit(1)
      .for('update', { of: rounds })
    if (!found) return undefined
    await lockMoney(tx, organisationId)
    const [held] = await tx
      .select({ minor: sum(deposits.amountMinor) })
      .from(deposits)
      .where(and(eq(deposits.roundId, roundId), eq(deposits.organisationId, organisationId)))
    const byFile =
      kind === 'received' && (await isCountedByFile(tx, { reference: bankReference, amountMinor: amount }))
    return { ...found, byFile, heldMinor: BigInt(held?.minor ?? 0) }
  },
  check({ input, subject: { round, heldMinor, byFile }, at }) {
    if (!takesDeposits(round.state))
      throw refuse('round.wrong-state', { state: roundStateWords[round.state].toLowerCase() })
    if (new Date(`${input.receivedOn}T00:00:00Z`) > at)
      throw refuse('input.invalid', {}, { receivedOn: 'This day is in the future.' })
    if (byFile) throw refuse('payment.counted-by-file')
    if (heldMinor + signed(input) > MOST_DEPOSIT_MINOR) throw refuse('deposit.too-large')
    if (heldMinor + signed(input) < 0n) throw refuse('deposit.below-zero')
  },
  secondPerson(input, { round, phase, organisation, heldMinor }) {
    const after = heldMinor + signed(input)
    const what = input.kind === 'received' ? 'Record a deposit' : 'Correct the deposit'
    const { depositMultiple } = round.settings
    return {
      object: round.id,
      summary: `${what} of ${organisation} in phase ${phase}, round ${round.number}: ${formatMoney(signed(input))}`,
      typed: formatMoney(input.amount),
      reason: `Bank reference ${input.bankReference}, ${input.receivedOn}`,
      changes: [
        { what: 'Deposit', before: formatMoney(heldMinor), after: formatMoney(after) },
        {
          what: 'Bidding limit',
          before: limitWords(heldMinor, depositMultiple),
          after: limitWords(after, depositMultiple),
        },
      ],
      fingerprint: heldMinor.toString(),
    }
  },
  async run({ tx, at, input, subject: { round } }) {
    const depositId = await receiveDeposit(tx, {
      ...{ roundId: round.id, organisationId: input.organisationId, amountMinor: signed(input), at },
      ...{ bankReference: input.bankReference, receivedOn: input.receivedOn },
      kind: input.kind === 'received' ? 'deposit-received' : 'deposit-corrected',
    })
    return {
      result: { depositId },
      audit: {
        object: round.id,
        facts: {
          depositId,
          organisationId: input.organisationId,
          amountMinor: signed(input).toString(),
        },
      },
    }
  },
})

function signed(input: { kind: 'received' | 'correction'; amount: bigint }): bigint {
  return input.kind === 'received' ? input.amount : -input.amount
}

/** The limit a deposit gives, in words for people. */
function limitWords(depositMinor: bigint, multiple: number): string {
  const limit = biddingLimit(depositMinor, multiple)
  return limit === null ? 'No limit' : formatMoney(limit)
}
