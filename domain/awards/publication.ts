import type { AwardState } from '@/db/schema/awards'

/** Who won is public with the result; who is asked after a default only once it has taken the name (R7.2, R17.1). */
export function isNamed(rank: number, state: AwardState): boolean {
  return rank === 0 || ['accepted', 'paid', 'allocated', 'revoked'].includes(state)
}
