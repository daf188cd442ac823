import type { Tx } from '@/db/client'
import { type DepositMoveKind, depositMoves } from '@/db/schema/settlement'
import { newId } from '@/lib/ids'

type Move = {
  kind: Exclude<DepositMoveKind, 'returned'>
  award: { id: string; organisationId: string; roundId: string }
  amountMinor: bigint
  at: Date
}

/** Records what became of a deposit for an award; each happens once for an award. @returns the row’s id */
export async function saveMove(tx: Tx, { kind, award, amountMinor, at }: Move): Promise<string> {
  const id = newId('dmv', at)
  const { organisationId, roundId } = award
  await tx
    .insert(depositMoves)
    .values({ id, roundId, organisationId, kind, awardId: award.id, amountMinor, at })
  return id
}
