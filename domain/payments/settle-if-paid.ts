import type { Tx } from '@/db/client'
import type { AwardState } from '@/db/schema/awards'
import { moveAward } from '@/domain/awards/move-award'
import { openOf } from '@/domain/ledger/balances'

/** Moves an accepted award on to paid once its invoice asks for nothing more (R10.2). The award is locked. */
export async function settleIfPaid(
  tx: Tx,
  { award, at }: { award: { id: string; state: AwardState }; at: Date },
): Promise<{ openMinor: bigint; paid: boolean }> {
  const openMinor = await openOf(tx, award.id)
  const paid = award.state === 'accepted' && openMinor === 0n
  if (paid) await moveAward(tx, { award, move: 'settle', at })
  return { openMinor, paid }
}
