import type { RoomSnapshot } from '@/domain/lots/snapshot'

/**
 * Whether an answer is to replace what the room shows. Readings overtake each other: the one that knows more of the lot,
 * or of the bidder's own attempts, which no public number tells of, is the fresher; where neither does, the later.
 */
export function isFresher(next: RoomSnapshot, shown: RoomSnapshot): boolean {
  const mine = next.me && shown.me ? order(next.me.lastAttemptAt ?? '', shown.me.lastAttemptAt ?? '') : 0
  const known = order(next.lot.sequence, shown.lot.sequence) + mine
  return known === 0 ? next.now >= shown.now : known > 0
}

function order<V extends string | number>(next: V, shown: V): number {
  return next > shown ? 1 : next < shown ? -1 : 0
}
