import type { Actor } from '@/lib/access/actor'
import { formatInstant } from '@/lib/time/format-instant'

/** Until when the person may not bid, because the second factor was recovered or replaced; undefined when it may. */
export function heldUntil(actor: Actor, at: Date): Date | undefined {
  const until = actor.kind === 'person' ? actor.biddingHeldUntil : null
  return until && until > at ? until : undefined
}

/** The same in words, in the person's zone. */
export function heldInWords(actor: Actor, at: Date): string | undefined {
  const until = heldUntil(actor, at)
  return until && formatInstant(until, (actor.kind === 'person' && actor.timeZone) || 'UTC')
}
