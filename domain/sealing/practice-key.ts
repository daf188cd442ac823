import { identityToRecipient } from 'age-encryption'
import { deriveKey } from '@/lib/secrets'
import { identityOf } from '@/sealing/identity'

/** The key of a practice (R3.6), which the portal can derive whenever it wants: nothing in a practice is secret from it. */
export function practiceSecret(roundId: string): string {
  return identityOf(deriveKey(`practice-round-key:${roundId}`))
}

/** Its public half: what bids of the practice are sealed to. */
export function practiceRecipient(roundId: string): Promise<string> {
  return identityToRecipient(practiceSecret(roundId))
}
