import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Json } from '../engine/json'

/** RFC 8785 form of plain JSON whose numbers are whole: keys in code-unit order, no white space. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}

/** Lower-case hex SHA-256 of a text in UTF-8. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** The root of a lot's record: SHA-256 over the canonical JSON of each event, in order, joined by line feeds. */
export function recordRoot(events: readonly Json[]): string {
  return sha256Hex(events.map(canonical).join('\n'))
}

/** SHA-256 over the secret of a draw and the root of the record up to the close, of the bytes (R7.5). */
export function seedOfDraw(secretHex: string, rootHex: string): string {
  return bytesToHex(sha256(concatBytes(hexToBytes(secretHex), hexToBytes(rootHex))))
}

export function hashOfSecret(secretHex: string): string {
  return bytesToHex(sha256(hexToBytes(secretHex)))
}
