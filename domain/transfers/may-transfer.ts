import type { LockedBuildOut } from '@/domain/commitments/lock-build-out'
import { refuse } from '@/lib/errors'

/**
 * Refuses unless the name may pass to another registrant (R12.3): it is allocated, no lock stands, and its commitments
 * are closed or its organisation is sold.
 */
export function requireTransferable(
  { award, buildOut, commitments }: LockedBuildOut,
  ground: 'sale' | 'other',
): void {
  if (award.state !== 'allocated') throw refuse('transfer.not-allocated')
  if (buildOut.transferLockedAt) throw refuse('transfer.locked')
  if (ground !== 'sale' && commitments.some(({ outcome }) => outcome === null))
    throw refuse('transfer.commitments-open')
}
