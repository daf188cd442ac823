import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A seed as published: 32 bytes as 64 lower-case hexadecimal digits. */
export function isSeed(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

/** The number a paddle draws: SHA-256 of `pir-tie-v1|<seed hex>|<lot>|<paddle>`, as 64 hexadecimal digits (R7.5). */
export function drawn(seedHex: string, lot: string, paddle: string): string {
  return bytesToHex(sha256(utf8ToBytes(`pir-tie-v1|${seedHex}|${lot}|${paddle}`)))
}

/** The paddles in draw order, first drawn first (R7.5). The order they come in does not matter. */
export function drawOrder(seedHex: string, lot: string, paddles: readonly string[]): string[] {
  const numbers = paddles.map((paddle) => ({ paddle, number: drawn(seedHex, lot, paddle) }))
  return numbers.sort((a, b) => (a.number < b.number ? -1 : 1)).map(({ paddle }) => paddle)
}
