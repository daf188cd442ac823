import { canonicalJson } from '@/lib/canonical-json'
import { sha256Hex } from '@/lib/hash'

/**
 * The root of a lot's record: SHA-256 over the canonical JSON of each event, in order, joined by line feeds. Lower-case
 * hex. A replay must come to the same.
 */
export function recordRoot(events: readonly unknown[]): string {
  return sha256Hex(events.map((event) => canonicalJson(event)).join('\n'))
}

/**
 * The seed of a lot's draw: SHA-256(secret ‖ root), of the bytes (R7.5). The secret was fixed before bidding; the root
 * is that of the lot's record up to its close, so neither side chose the seed.
 */
export function tieSeed(secretHex: string, rootHex: string): string {
  return sha256Hex(Buffer.concat([Buffer.from(secretHex, 'hex'), Buffer.from(rootHex, 'hex')]))
}
