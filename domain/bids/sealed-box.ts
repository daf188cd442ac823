import { randomBytes } from 'node:crypto'
import { canonicalJson } from '@/lib/canonical-json'
import { sha256Hex } from '@/lib/hash'
import { parseMinor } from '@/lib/money'
import { seal, unseal } from '@/lib/secrets'

/**
 * The seam of sealed bids (R8): how a bid becomes a box that nobody reads before the opening, and how it is opened. Until
 * bids are sealed in the browser the inside is AES-256-GCM under a key of the round, derived from the portal's secret.
 */
export type SealedContext = {
  roundId: string
  lotId: string
  bidderId: string
  /** The idempotency key of the attempt: a box counts for it alone. */
  key: string
}

export type Box = {
  ciphertext: Uint8Array
  /** Lower-case hex, over the ciphertext: what the receipt names. */
  sha256: string
}

/** Why a box does not count (R8.3). */
export type VoidReason =
  | 'unreadable'
  | 'not-canonical'
  | 'wrong-round'
  | 'wrong-lot'
  | 'wrong-bidder'
  | 'wrong-key'

/** Every plaintext has this length, so that a box does not tell how long the amount is (R8.1). */
const PADDED = 512

/** Seals one bid. The same bid sealed twice gives two different boxes. */
export function sealBid({ amountMinor }: { amountMinor: bigint }, context: SealedContext): Box {
  const content = { ...contentOf(context), amountMinor, nonce: randomBytes(16).toString('hex') }
  const plain = Buffer.alloc(PADDED, ' ')
  if (plain.write(canonicalJson(content)) >= PADDED) throw new RangeError('The bid is too long to be padded.')
  const ciphertext = seal(purposeOf(context.roundId), plain)
  return { ciphertext, sha256: sha256Hex(ciphertext) }
}

/** What is in a box that was handed in as this attempt, or why it is void. Never throws for what others wrote. */
export function openBid(
  ciphertext: Uint8Array,
  context: SealedContext,
): { amountMinor: bigint } | { void: VoidReason } {
  const content = read(ciphertext, context.roundId)
  if (typeof content === 'string') return { void: content }
  const expected = contentOf(context)
  if (content.round !== expected.round) return { void: 'wrong-round' }
  if (content.lot !== expected.lot) return { void: 'wrong-lot' }
  if (content.bidder !== expected.bidder) return { void: 'wrong-bidder' }
  if (content.key !== expected.key) return { void: 'wrong-key' }
  const amount = typeof content.amountMinor === 'string' ? parseMinor(content.amountMinor) : undefined
  return amount?.ok ? { amountMinor: amount.minor } : { void: 'not-canonical' }
}

function read(ciphertext: Uint8Array, roundId: string): Record<string, unknown> | VoidReason {
  let text: string
  try {
    text = Buffer.from(unseal(purposeOf(roundId), ciphertext))
      .toString('utf8')
      .trimEnd()
  } catch {
    return 'unreadable'
  }
  try {
    const content: unknown = JSON.parse(text)
    return isObject(content) && canonicalJson(content) === text ? content : 'not-canonical'
  } catch {
    return 'not-canonical'
  }
}

function contentOf({ roundId, lotId, bidderId, key }: SealedContext) {
  return { v: 1, round: roundId, lot: lotId, bidder: bidderId, key }
}

function purposeOf(roundId: string): string {
  return `sealed-bids:${roundId}`
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
