import { randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from './base64'

/** Where a bid belongs. `key` is the idempotency key of the attempt: a sealed bid counts for it alone. */
export type Place = { round: string; lot: string; bidder: string; key: string }

/** What is inside a sealed bid. The nonce is 32 random bytes in base64. */
export type Content = Place & { amountMinor: bigint; nonce: string }

/** Every plaintext has this length, so that a sealed bid does not tell how long the amount is (R8.1). */
export const PLAIN_BYTES = 4096

/** A bid at this place with a nonce of its own. */
export function newContent(place: Place, amountMinor: bigint): Content {
  const { round, lot, bidder, key } = place
  return { round, lot, bidder, key, amountMinor, nonce: toBase64(randomBytes(32)) }
}

/**
 * The JSON in the form of RFC 8785: members by name, no white space. What a bidder types for the stock `age` tool.
 * `docs` is kept for papers that belong to a bid; Seal v1 has none.
 */
export function jsonOf({ amountMinor, bidder, key, lot, nonce, round }: Content): string {
  return JSON.stringify({
    amount_minor: amountMinor.toString(),
    bidder,
    currency: 'USD',
    docs: [],
    idem: key,
    lot,
    nonce,
    round,
    v: 1,
  })
}

/**
 * The plaintext of Seal v1: the canonical JSON, padded with spaces to its one length.
 * @throws {RangeError} when it does not fit
 */
export function toPlain(content: Content): Uint8Array {
  const json = utf8ToBytes(jsonOf(content))
  if (json.length > PLAIN_BYTES) throw new RangeError('The bid is too long to be padded.')
  const plain = new Uint8Array(PLAIN_BYTES).fill(0x20)
  plain.set(json)
  return plain
}

/** What a plaintext says; undefined unless it is the one way in which Seal v1 writes it. */
export function fromPlain(plain: Uint8Array): Content | undefined {
  const content = parse(plain)
  if (!content) return undefined
  const same = toPlain(content)
  return same.length === plain.length && same.every((byte, at) => byte === plain[at]) ? content : undefined
}

function parse(plain: Uint8Array): Content | undefined {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain))
  } catch {
    return undefined
  }
  if (typeof json !== 'object' || json === null) return undefined
  const { amount_minor: amount, bidder, idem: key, lot, nonce, round } = json as Record<string, unknown>
  const texts = [amount, bidder, key, lot, nonce, round]
  if (!texts.every((text): text is string => typeof text === 'string')) return undefined
  if (!/^[1-9]\d{0,17}$/.test(amount as string) || fromBase64(nonce as string)?.length !== 32)
    return undefined
  const place = { round, lot, bidder, key } as Place
  return { ...place, amountMinor: BigInt(amount as string), nonce: nonce as string }
}
