import { Encrypter } from 'age-encryption'
import { commitmentOf, sha256Of } from './commitment'
import { newContent, type Place, toPlain } from './content'

/** A sealed bid and the two hashes of it: what its receipt names, and what binds its bidder. Hex. */
export type Sealed = { ciphertext: Uint8Array; sha256: string; commitment: string }

/** Hybrid recipients alone: they also hold against whoever keeps what is sent today for a quantum computer (R8.1). */
export function isRecipient(text: string): boolean {
  return /^age1pq1[02-9ac-hj-np-z]{1900,2100}$/.test(text)
}

/** Seals one bid to the round’s recipient. The same bid sealed twice gives two different ciphertexts. */
export async function sealBid(recipient: string, place: Place, amountMinor: bigint): Promise<Sealed> {
  const ciphertext = await encryptTo(recipient, toPlain(newContent(place, amountMinor)))
  return { ciphertext, sha256: sha256Of(ciphertext), commitment: commitmentOf(ciphertext) }
}

/**
 * Encrypts bytes to one hybrid recipient, as the stock `age` tool does.
 * @throws {RangeError} for any other recipient
 */
export async function encryptTo(recipient: string, plain: Uint8Array): Promise<Uint8Array> {
  if (!isRecipient(recipient)) throw new RangeError('This is no hybrid age recipient.')
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return encrypter.encrypt(plain)
}
