import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { applications } from '@/db/schema/applications'
import { organisations } from '@/db/schema/people'
import { lockMoney } from '@/domain/ledger/lock-money'
import { lockUnmatched } from '@/domain/payments/find-unmatched'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import { lockRound } from '@/domain/rounds/lock-round'
import { roundName } from '@/domain/rounds/round-name'
import { refuse } from '@/lib/errors'
import { formatMoney } from '@/lib/money'
import { operation } from '@/lib/operation'
import { receiveDeposit } from './receive-deposit'
import { takesDeposits } from './rules'

/**
 * Says whose deposit a receipt is that matched nothing, by two people (R7.2, R16.3). Refuses: thing.not-found,
 * payment.assigned, round.wrong-state.
 */
export const assignDeposit = operation('deposit.assign-receipt', {
  input: z.strictObject({
    bankEntryId: z.string().max(60),
    applicationId: z.string().min(1, 'Choose the application.').max(60),
    reason: z
      .string()
      .trim()
      .min(10, 'Say in a sentence how you know.')
      .max(500, 'Use at most 500 characters.'),
  }),
  async subject(tx, { bankEntryId, applicationId }) {
    const [applicant] = await tx
      .select({
        roundId: applications.roundId,
        organisationId: organisations.id,
        organisation: organisations.legalName,
        state: applications.state,
      })
      .from(applications)
      .innerJoin(organisations, eq(organisations.id, applications.organisationId))
      .where(eq(applications.id, applicationId))
    const round = applicant && (await lockRound(tx, applicant.roundId))
    if (applicant?.state !== 'submitted' || !round) return undefined
    await lockMoney(tx, applicant.organisationId)
    const waiting = await lockUnmatched(tx, bankEntryId)
    return waiting && { ...waiting, applicant, round }
  },
  check({ subject: { placed, round } }) {
    if (placed) throw refuse('payment.assigned')
    if (!takesDeposits(round.state))
      throw refuse('round.wrong-state', { state: roundStateWords[round.state].toLowerCase() })
  },
  secondPerson: ({ reason }, { entry, applicant, round }) => ({
    object: round.id,
    summary: `Record the receipt of ${formatMoney(entry.amountMinor)} as a deposit of ${applicant.organisation}`,
    typed: formatMoney(entry.amountMinor),
    reason,
    changes: [
      { what: 'Receipt', before: '', after: `${entry.bookedOn}, ${entry.payer}, ${entry.message}` },
      { what: 'Deposit', before: '', after: `${applicant.organisation}, ${roundName(round)}` },
    ],
    fingerprint: round.state,
  }),
  async run({ tx, at, subject: { entry, applicant, round } }) {
    const { organisationId } = applicant
    const depositId = await receiveDeposit(tx, {
      ...{ roundId: round.id, organisationId, amountMinor: entry.amountMinor, at },
      ...{ bankReference: entry.reference, receivedOn: entry.bookedOn, bankEntryId: entry.id },
      kind: 'receipt-to-deposit',
    })
    return {
      result: { depositId },
      audit: { object: round.id, facts: { depositId, organisationId, bankEntryId: entry.id } },
    }
  },
})
