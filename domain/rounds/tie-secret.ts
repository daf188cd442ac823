import { randomBytes } from 'node:crypto'
import { sha256Hex } from '@/lib/hash'
import { seal, unseal } from '@/lib/secrets'

/** The 32 bytes behind the draw of a round (R7.5): sealed at rest, its SHA-256 published before bidding. */
export type TieSecret = { secretHash: string; sealedSecret: Uint8Array }

/** A fresh secret for a round: what is published now, and what is published once bidding has closed. */
export function newTieSecret(roundId: string): TieSecret {
  const secret = randomBytes(32)
  return { secretHash: sha256Hex(secret), sealedSecret: seal(purpose(roundId), secret) }
}

/** The secret in hex. Throws when the bytes were changed or belong to another round. */
export function openTieSecret(roundId: string, sealedSecret: Uint8Array): string {
  return Buffer.from(unseal(purpose(roundId), sealedSecret)).toString('hex')
}

function purpose(roundId: string): string {
  return `tie-secret:${roundId}`
}
