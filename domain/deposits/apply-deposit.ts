import type { Tx } from '@/db/client'
import type { Award } from '@/domain/awards/lock-award'
import { depositHeld, openOf } from '@/domain/ledger/balances'
import { postTransaction } from '@/domain/ledger/post-transaction'
import { lesser } from '@/lib/money'
import { keptForOthers } from './awards-and-deposits'
import { saveMove } from './save-move'

/**
 * Applies a deposit to the invoice of an award that was accepted (R10.2): as much as the invoice asks for, less what stays
 * for the organisation’s other awards of the round. The caller has locked the award and the organisation’s money.
 */
export async function applyDeposit(tx: Tx, { award, at }: { award: Award; at: Date }): Promise<void> {
  const free = (await depositHeld(tx, award)) - (await keptForOthers(tx, award))
  const amountMinor = lesser(free, await openOf(tx, award.id))
  if (amountMinor <= 0n) return
  const { organisationId, roundId } = award
  const moveId = await saveMove(tx, { kind: 'applied', award, amountMinor, at })
  await postTransaction(tx, {
    kind: 'deposit-applied',
    cause: moveId,
    at,
    entries: [
      { account: 'deposits-held', amountMinor, organisationId, roundId },
      { account: 'receivables', amountMinor: -amountMinor, organisationId, awardId: award.id },
    ],
  })
}
