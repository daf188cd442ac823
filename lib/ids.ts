import { randomBytes } from 'node:crypto'
import { processNow } from './clock'

/** Crockford's base 32 in lower case: no i, l, o or u, so an id read over the telephone survives. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A new id: `<prefix>_` and 26 characters, 48 bits of milliseconds and 80 random bits (`bid_01k9…`). Ids sort
 * by the millisecond they were made in, which keeps indexes compact. The order says nothing about who was
 * first: only a sequence given under a lock does (R7.1).
 */
export function newId(prefix: string, at: Date = processNow()): string {
  const random = BigInt(`0x${randomBytes(10).toString('hex')}`)
  return `${prefix}_${encode(BigInt(at.getTime()), 10)}${encode(random, 16)}`
}

function encode(value: bigint, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest >>= 5n) text = ALPHABET[Number(rest & 31n)] + text
  return text
}
