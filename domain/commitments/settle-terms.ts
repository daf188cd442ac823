import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { buildOuts } from '@/db/schema/build-out'
import { refuse } from '@/lib/errors'
import { type BuildOut, type LockedBuildOut, requireGoingOn } from './lock-build-out'

/** Refuses unless the commitments are still being settled. */
export function requireProposed(locked: Pick<LockedBuildOut, 'award' | 'buildOut'>): void {
  requireGoingOn(locked)
  if (locked.buildOut.terms !== 'proposed') throw refuse('build-out.settled')
}

/** From here on the commitments run. */
export async function settleTerms(
  tx: Tx,
  { awardId }: BuildOut,
  { terms, by, at }: { terms: 'agreed' | 'fixed'; by: string; at: Date },
): Promise<void> {
  await tx
    .update(buildOuts)
    .set({ terms, settledAt: at, settledBy: by })
    .where(eq(buildOuts.awardId, awardId))
}
