import { toBase64 } from '@/sealing/base64'
import { sealBid } from '@/sealing/seal'

type Bidder = { id: string; sealTo: { round: string; recipient: string } }

/** What a bidder sends instead of its amount, sealed once: the same bytes for every try. */
export async function sealStated({ id, sealTo }: Bidder, lot: string, key: string, amountMinor: string) {
  const place = { round: sealTo.round, lot, bidder: id, key }
  const { ciphertext, commitment } = await sealBid(sealTo.recipient, place, BigInt(amountMinor))
  return { ciphertext: toBase64(ciphertext), commitment }
}
