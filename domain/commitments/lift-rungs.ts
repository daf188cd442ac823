import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { commitments } from '@/db/schema/build-out'
import { mayMove } from './lifecycle'
import type { Commitment } from './lock-build-out'
import { moveCommitment } from './move-commitment'

/** Undoes the ladder of a commitment: overdue again, or left with the programme where evidence waits there (R12.2). */
export async function liftRungs(
  tx: Tx,
  commitment: Commitment,
  { at, by, reason }: { at: Date; by: string; reason: string },
): Promise<void> {
  const none = { rung: null, cureEndsAt: null }
  if (mayMove(commitment.state, 'lift'))
    await moveCommitment(tx, commitment, 'lift', { at, by, reason, ...none })
  else await tx.update(commitments).set(none).where(eq(commitments.id, commitment.id))
}
