import type { AwardState } from '@/db/schema/awards'
import { awardStateWords } from '@/domain/awards/lifecycle'
import { refuse } from '@/lib/errors'

/** Refuses unless the award is paid and not allocated yet: `award.wrong-state`. */
export function requirePaid({ state }: { state: AwardState }): void {
  if (state !== 'paid') throw refuse('award.wrong-state', { state: awardStateWords[state].toLowerCase() })
}

const underWay: readonly AwardState[] = ['offered', 'accepted', 'paid']

/** Refuses once the award is over or allocated: `award.wrong-state`. */
export function requireUnderWay({ state }: { state: AwardState }): void {
  if (!underWay.includes(state))
    throw refuse('award.wrong-state', { state: awardStateWords[state].toLowerCase() })
}
