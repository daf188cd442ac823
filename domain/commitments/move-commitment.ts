import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { type CommitmentOutcome, commitmentMoves, commitments, type RemedyRung } from '@/db/schema/build-out'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { type CommitmentMove, commitmentStateWords, commitmentTransitions, mayMove } from './lifecycle'
import type { Commitment } from './lock-build-out'

type Moved = {
  at: Date
  /** Absent: the date did it. */
  by?: string
  reason?: string
  outcome?: CommitmentOutcome
  rung?: RemedyRung | null
  cureEndsAt?: Date | null
}

/** Refuses with `commitment.wrong-state` unless the move leads on from here. */
export function requireMove({ state }: Pick<Commitment, 'state'>, move: CommitmentMove): void {
  if (!mayMove(state, move))
    throw refuse('commitment.wrong-state', { state: commitmentStateWords[state].toLowerCase() })
}

/**
 * Moves a commitment along `commitmentTransitions` and records it: the one place that writes its state. The caller
 * holds the lock of its build-out. Refuses with `commitment.wrong-state`.
 */
export async function moveCommitment(
  tx: Tx,
  commitment: Commitment,
  move: CommitmentMove,
  { at, by, reason = '', outcome, rung, cureEndsAt }: Moved,
): Promise<Commitment> {
  requireMove(commitment, move)
  const { to } = commitmentTransitions[move]
  const [moved] = await tx
    .update(commitments)
    .set({
      state: to,
      stateSince: at,
      ...(outcome && { outcome, outcomeAt: at }),
      ...(rung !== undefined && { rung }),
      ...(cureEndsAt !== undefined && { cureEndsAt }),
    })
    .where(eq(commitments.id, commitment.id))
    .returning()
  await tx.insert(commitmentMoves).values({
    id: newId('mov', at),
    commitmentId: commitment.id,
    move,
    from: commitment.state,
    to,
    at,
    reason,
    by: by ?? null,
  })
  return moved!
}
