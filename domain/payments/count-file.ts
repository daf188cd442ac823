import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { bankEntries, bankFiles } from '@/db/schema/settlement'
import { receiveDeposit } from '@/domain/deposits/receive-deposit'
import { MOST_DEPOSIT_MINOR, takesDeposits } from '@/domain/deposits/rules'
import { depositHeld } from '@/domain/ledger/balances'
import { lockMoney } from '@/domain/ledger/lock-money'
import { postTransaction } from '@/domain/ledger/post-transaction'
import { lockRound } from '@/domain/rounds/lock-round'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Letter } from '@/lib/mail'
import { operation } from '@/lib/operation'
import { paymentLetters } from './letters'
import { lockBankFiles } from './lock-bank-files'
import { proposeCount } from './propose-count'
import { receivePayment } from './receive-payment'
import { type Sorted, sortReceipts } from './sort-receipts'
import { readStatement } from './statements/read-statement'

type Fresh = Sorted['fresh'][number]

/**
 * Counts what a bank file says arrived, by two people (R10.2, R16.3): what names an invoice is paid to it, what names an
 * application is its applicant’s deposit, what is a payout of the payment service was under way, the rest is kept as unmatched, and so is what would make a deposit too large;
 * what was counted before is left out. Files are counted one after the other. Refuses: thing.not-found,
 * payment.file-counted, payment.nothing-new.
 */
export const countBankFile = operation('payment.count-file', {
  input: z.strictObject({ bankFileId: z.string().max(60) }),
  async subject(tx, { bankFileId }) {
    await lockBankFiles(tx)
    const [file] = await tx.select().from(bankFiles).where(eq(bankFiles.id, bankFileId)).for('update')
    const statement = file && readStatement(file.content)
    return statement && { file, sorted: await sortReceipts(tx, statement) }
  },
  check({ subject: { file, sorted } }) {
    if (file.countedAt) throw refuse('payment.file-counted')
    if (sorted.fresh.length === 0) throw refuse('payment.nothing-new')
  },
  secondPerson: (_input, { file, sorted }) => proposeCount(file, sorted),
  async run({ tx, actor, at, subject: { file, sorted } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const { id } = file
    await tx.update(bankFiles).set({ countedAt: at, countedBy: actor.userId }).where(eq(bankFiles.id, id))
    const letters: Letter[] = []
    let matched = 0
    for (const fresh of sorted.fresh) {
      const told = await countOne(tx, id, fresh, at)
      if (told) matched += 1
      letters.push(...(told ?? []))
    }
    const unmatched = sorted.fresh.length - matched
    return {
      result: { matched, unmatched },
      audit: { object: id, facts: { sha256: file.sha256, matched, unmatched } },
      letters,
    }
  },
})

/** Keeps a receipt and pays it to its invoice. @returns the letters about it, or nothing where it matched none */
async function countOne(
  tx: Tx,
  bankFileId: string,
  { receipt: { line: _line, ...receipt }, match }: Fresh,
  at: Date,
): Promise<Letter[] | undefined> {
  const bankEntryId = newId('bne', at)
  const { amountMinor, reference, bookedOn } = receipt
  await tx.insert(bankEntries).values({ id: bankEntryId, bankFileId, ...receipt, countedAt: at })
  if (match.kind === 'payout') {
    const entries = [
      { account: 'bank', amountMinor },
      { account: 'online-clearing', amountMinor: -amountMinor },
    ] as const
    await postTransaction(tx, { kind: 'payout-arrived', cause: match.payout.eventId, at, entries })
    return []
  }
  if (match.kind === 'deposit') {
    const { roundId, organisationId } = match.applicant
    const takes = takesDeposits((await lockRound(tx, roundId))?.state ?? 'final')
    if (takes) await lockMoney(tx, organisationId)
    if (takes && (await depositHeld(tx, { roundId, organisationId })) + amountMinor <= MOST_DEPOSIT_MINOR) {
      const kind = 'deposit-received'
      const arrived = { amountMinor, bankReference: reference, receivedOn: bookedOn, at, kind } as const
      await receiveDeposit(tx, { roundId, organisationId, ...arrived })
      return []
    }
  }
  if (match.kind === 'none' || match.kind === 'deposit') {
    const entries = [
      { account: 'bank', amountMinor },
      { account: 'unmatched-receipts', amountMinor: -amountMinor },
    ] as const
    await postTransaction(tx, { kind: 'receipt-unmatched', cause: bankEntryId, at, entries })
    return undefined
  }
  const received = await receivePayment(tx, {
    ...{ awardId: match.invoice.awardId, amountMinor, method: 'bank-file', reference },
    ...{ receivedOn: bookedOn, from: 'bank', bankEntryId, at },
  })
  return paymentLetters(tx, received)
}
