import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { Decrypter } from 'age-encryption'
import { combine, split } from 'shamir-secret-sharing'
import { sha256Of } from './commitment'
import { SHARES, THRESHOLD } from './thresholds'

/** Splits a secret into five shares, of which two tell nothing. */
export function splitSecret(secret: string): Promise<Uint8Array[]> {
  return split(utf8ToBytes(secret), SHARES, THRESHOLD)
}

/** The secret of three shares or more; nonsense when one of them is wrong, so compare it with its recipient. */
export async function combineShares(shares: readonly Uint8Array[]): Promise<string> {
  // The package takes no subclass of Uint8Array, and Node’s bytes are often one.
  return new TextDecoder().decode(await combine(shares.map((share) => Uint8Array.from(share))))
}

/** What is published of a share: it tells the share from any other, and nothing of it. Hex. */
export function hashOfShare(share: Uint8Array): string {
  return sha256Of(share)
}

/** The key that checks proofs of a share, in hex: Ed25519, its seed a hash of the share. */
export function proofKeyOf(share: Uint8Array): string {
  return bytesToHex(ed25519.getPublicKey(seedOf(share)))
}

/** Shows that one holds a share without showing the share: a signature over the challenge, in hex. */
export function proveShare(share: Uint8Array, challenge: string): string {
  return bytesToHex(ed25519.sign(toSign(challenge), seedOf(share)))
}

/** Whether a proof for this challenge was made with the share of the proof key. */
export function holdsShare(proofKey: string, challenge: string, proof: string): boolean {
  if (!/^[0-9a-f]{128}$/.test(proof)) return false
  return ed25519.verify(hexToBytes(proof), toSign(challenge), hexToBytes(proofKey), { zip215: false })
}

/** A wrapped share, opened with its custodian’s own key; undefined when the key is another’s or was mistyped. */
export async function unwrapShare(wrapped: Uint8Array, identity: string): Promise<Uint8Array | undefined> {
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity.trim())
    return await decrypter.decrypt(wrapped)
  } catch {
    return undefined
  }
}

function seedOf(share: Uint8Array): Uint8Array {
  return sha256(concatBytes(utf8ToBytes('pir-share-proof-v1\0'), share))
}

function toSign(challenge: string): Uint8Array {
  return utf8ToBytes(`pir-share-drill-v1\0${challenge}`)
}
