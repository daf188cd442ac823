import type { LotOutcome } from '@/db/schema/rounds'

/** What became of a lot (R7.4), as it stands on screens. */
export const outcomeWords: Record<LotOutcome, string> = {
  sold: 'Sold',
  allotted: 'Allotted at the reserve, one applicant qualified',
  unsold: 'Not sold, no bid reached the reserve',
  returned: 'Not sold, no applicant qualified',
}
