import type { Tx } from '@/db/client'
import { lockAward } from '@/domain/awards/lock-award'
import { creditInvoice } from '@/domain/invoices/credit-invoice'
import { depositHeld } from '@/domain/ledger/balances'
import { lockMoney } from '@/domain/ledger/lock-money'
import { postTransaction } from '@/domain/ledger/post-transaction'
import { lesser } from '@/lib/money'
import { appliedTo, forfeitMinor } from './awards-and-deposits'
import { saveMove } from './save-move'

export type Forfeited = {
  /** The smaller of 10 % of the price and the deposit, in cents. */
  forfeitedMinor: bigint
  /** What is still held of the deposit afterwards; returned once no award of the round needs it. */
  heldMinor: bigint
  /** What was paid beyond the deposit and is to be refunded. */
  creditMinor: bigint
}

/**
 * What a default costs (R10.3): takes the deposit back from the invoice, takes the invoice back, and forfeits the smaller
 * of 10 % of the price and what is held of the deposit. A step of the operation that ends the award.
 */
export async function forfeitDeposit(
  tx: Tx,
  { award: { id }, at }: { award: { id: string }; at: Date },
): Promise<Forfeited> {
  const award = await lockAward(tx, id)
  if (!award) throw new RangeError(`There is no award ${id}.`)
  const { organisationId, roundId } = award
  await lockMoney(tx, organisationId)
  const applied = await appliedTo(tx, id)
  if (applied > 0n)
    await postTransaction(tx, {
      kind: 'deposit-taken-back',
      cause: await saveMove(tx, { kind: 'taken-back', award, amountMinor: applied, at }),
      at,
      entries: [
        { account: 'receivables', amountMinor: applied, organisationId, awardId: id },
        { account: 'deposits-held', amountMinor: -applied, organisationId, roundId },
      ],
    })
  const creditMinor = await creditInvoice(tx, { award, at })
  const held = await depositHeld(tx, award)
  const forfeitedMinor = lesser(forfeitMinor(award.priceMinor), held)
  if (forfeitedMinor > 0n)
    await postTransaction(tx, {
      kind: 'deposit-forfeited',
      cause: await saveMove(tx, { kind: 'forfeited', award, amountMinor: forfeitedMinor, at }),
      at,
      entries: [
        { account: 'deposits-held', amountMinor: forfeitedMinor, organisationId, roundId },
        { account: 'forfeited-deposits', amountMinor: -forfeitedMinor, organisationId, awardId: id },
      ],
    })
  return { forfeitedMinor, heldMinor: held - forfeitedMinor, creditMinor }
}
