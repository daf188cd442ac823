import { createHmac, hash, type KeyObject } from 'node:crypto'
import { canonicalJson } from './canonical-json'

/** Lower-case hex SHA-256 of text (UTF-8) or bytes. */
export function sha256Hex(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex')
}

/** Lower-case hex SHA-256 over the canonical JSON of a value. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value))
}

/** Hex HMAC-SHA-256 with a secret; for signed links. */
export function hmacHex(secret: string | KeyObject, data: string): string {
  return createHmac('sha256', secret).update(data).digest('hex')
}
