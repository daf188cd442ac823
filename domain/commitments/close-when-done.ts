import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { buildOuts, commitments } from '@/db/schema/build-out'
import type { Letter } from '@/lib/mail'
import { changedLetters } from './letters'
import type { LockedBuildOut } from './lock-build-out'
import { moveCommitment } from './move-commitment'

/**
 * Once every commitment is verified or waived, all of them close and the build-out is complete. Answers with the letters
 * that say so. The caller holds the lock of the build-out.
 */
export async function closeWhenDone(tx: Tx, award: LockedBuildOut['award'], at: Date): Promise<Letter[]> {
  const all = await tx.select().from(commitments).where(eq(commitments.awardId, award.id))
  await settleTransferLock(tx, award.id, at)
  if (all.some(({ outcome }) => outcome === null)) return []
  for (const commitment of all) await moveCommitment(tx, commitment, 'close', { at })
  await endBuildOut(tx, award.id, 'completed', at)
  return changedLetters(tx, award, { what: 'Every commitment is closed: the build-out is complete' })
}

/** With the award go its commitments: what is not kept by then never will be (R12.2). */
export async function closeRevoked(tx: Tx, awardId: string, at: Date, reason: string): Promise<void> {
  const all = await tx.select().from(commitments).where(eq(commitments.awardId, awardId))
  for (const commitment of all)
    await moveCommitment(tx, commitment, 'close', {
      at,
      reason,
      ...(commitment.outcome === null && { outcome: 'not-kept' as const }),
    })
  await endBuildOut(tx, awardId, 'revoked', at)
}

async function endBuildOut(
  tx: Tx,
  awardId: string,
  ending: 'completed' | 'revoked',
  at: Date,
): Promise<void> {
  await tx
    .update(buildOuts)
    .set({ ending, endedAt: at, transferLockedAt: null })
    .where(eq(buildOuts.awardId, awardId))
}

/**
 * A name is locked against transfer while a commitment of it that is not done stands at a transfer lock or beyond
 * (R12.2, R12.3).
 */
export async function settleTransferLock(tx: Tx, awardId: string, at: Date): Promise<void> {
  const locking = await tx
    .select({ id: commitments.id })
    .from(commitments)
    .where(
      and(
        eq(commitments.awardId, awardId),
        isNull(commitments.outcome),
        inArray(commitments.rung, ['transfer-lock', 'revocation']),
      ),
    )
  const locked = locking.length > 0
  await tx
    .update(buildOuts)
    .set({
      transferLockedAt: locked ? sql`coalesce(${buildOuts.transferLockedAt}, ${at.toISOString()})` : null,
    })
    .where(eq(buildOuts.awardId, awardId))
}
