import type { IconName } from '@/components/ui/icon'
import type { Tone } from '@/components/ui/status'
import type { TokenState } from '@/db/schema/allocations'
import type { AwardState } from '@/db/schema/awards'

/** Where the allocation of an award is, in a few words for lists. */
export function standingOf(
  state: AwardState,
  token: { state: TokenState } | undefined,
  canSponsor: boolean,
): { tone: Tone; icon: IconName; words: string } {
  if (state === 'allocated') return { tone: 'good', icon: 'circle-check', words: 'Allocated' }
  if (state !== 'paid') return { tone: 'quiet', icon: 'clock', words: 'Waits for acceptance and payment' }
  if (token?.state === 'redeemed') return { tone: 'info', icon: 'search', words: 'Created, being confirmed' }
  if (!canSponsor) return { tone: 'bad', icon: 'ban', words: 'Registrar not accredited' }
  if (token?.state === 'issued') return { tone: 'live', icon: 'key-round', words: 'Token to be taken over' }
  if (token?.state === 'shown') return { tone: 'live', icon: 'key-round', words: 'Name to be created' }
  if (token) return { tone: 'warn', icon: 'triangle-alert', words: 'A new token is needed' }
  return { tone: 'info', icon: 'clock', words: 'Token is being issued' }
}
