import { bech32 } from '@scure/base'

/** The hybrid age identity of a seed of 32 bytes: for keys that are derived and not kept. */
export function identityOf(seed: Uint8Array): string {
  if (seed.length !== 32) throw new RangeError('An identity is made of 32 bytes.')
  return bech32.encodeFromBytes('AGE-SECRET-KEY-PQ-', seed).toUpperCase()
}
