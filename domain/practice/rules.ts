import type { RoundState } from '@/db/schema/rounds'

/** Practice is there from the first application until bidding on the real names is over (R3.6). */
export function canPractise(state: RoundState): boolean {
  return ['applications', 'review', 'qualified', 'bidding'].includes(state)
}

/** A practice that is over stays for so long, so that its result can be looked at. */
export const KEPT_MINUTES = 30
