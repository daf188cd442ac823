import { toBase64 } from '@/sealing/base64'
import type { PendingBid } from './send-bid'

/** Who seals to what. */
export type SealTo = { roundId: string; lotId: string; bidderId: string; recipient: string }

/**
 * Seals a bid in this browser (R8.1): from here on its amount is in the sealed bytes and in this browser’s own memory, and
 * nowhere else. A withdrawal has nothing to seal. The cryptography is loaded when the first bid is sealed.
 */
export async function sealInBrowser(
  bid: PendingBid,
  { roundId, recipient, ...at }: SealTo,
): Promise<PendingBid> {
  if (!('amountMinor' in bid.body)) return bid
  const { sealBid } = await import('@/sealing/seal')
  const { amountMinor } = bid.body
  const place = { round: roundId, lot: at.lotId, bidder: at.bidderId, key: bid.key }
  const { ciphertext, commitment } = await sealBid(recipient, place, BigInt(amountMinor))
  localStorage.setItem(memoryOf(bid.key), amountMinor)
  return { ...bid, sealed: { ciphertext: toBase64(ciphertext), commitment } }
}

/** The amount of a bid that this browser sealed; null when another did. */
export function rememberedMinor(key: string): bigint | null {
  const kept = localStorage.getItem(memoryOf(key))
  return kept !== null && /^\d+$/.test(kept) ? BigInt(kept) : null
}

const memoryOf = (key: string) => `sealed-bid:${key}`
