import type { AwardState } from '@/db/schema/awards'
import { awardStateWords } from '@/domain/awards/lifecycle'
import { refuse } from '@/lib/errors'

/** Refuses unless the award is paid and not allocated yet: `award.wrong-state`. */
export function requirePaid({ state }: { state: AwardState }): void {
  if (state !== 'paid') throw refuse('award.wrong-state', { state: awardStateWords[state].toLowerCase() })
}
