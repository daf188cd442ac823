import type { LotState, RoundState } from '@/db/schema/rounds'

/**
 * A lot as its round lets it be: while the round is suspended an open lot is `suspended`, no instant closes it, and the
 * time it had left is kept (R7.9). `heldMs` is that time in milliseconds, null where nothing is held.
 */
export function heldLot(
  lot: { state: LotState; closesAt: Date | null },
  round: { state: RoundState; suspendedAt: Date | null },
): { state: LotState | 'suspended'; closesAt: Date | null; heldMs: number | null } {
  if (round.state !== 'suspended' || lot.state !== 'open')
    return { state: lot.state, closesAt: lot.closesAt, heldMs: null }
  const heldMs =
    lot.closesAt && round.suspendedAt
      ? Math.max(0, lot.closesAt.getTime() - round.suspendedAt.getTime())
      : null
  return { state: 'suspended', closesAt: null, heldMs }
}
