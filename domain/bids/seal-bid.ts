import type { Reader } from '@/db/client'
import { recipientOf } from '@/domain/sealing/round-key'
import { toBase64 } from '@/sealing/base64'
import type { Place } from '@/sealing/content'
import { sealBid } from '@/sealing/seal'

/**
 * A bid sealed by this process, for those who bid from here: the programme's own bots and the demo world. People seal in
 * their browsers or with the `age` tool. Throws when the round has no proven key.
 */
export async function sealHere(db: Reader, practice: boolean, place: Place, amountMinor: bigint) {
  const recipient = await recipientOf(db, { id: place.round, practice })
  if (!recipient) throw new Error(`Round ${place.round} has no key to seal to.`)
  const { ciphertext, commitment } = await sealBid(recipient, place, amountMinor)
  return { ciphertext: toBase64(ciphertext), commitment }
}
