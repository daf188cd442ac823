import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** What binds a bidder to a sealed bid: SHA-256("pir-seal-v1" ‖ 0 ‖ ciphertext), in hex. */
export function commitmentOf(ciphertext: Uint8Array): string {
  return bytesToHex(sha256(concatBytes(utf8ToBytes('pir-seal-v1\0'), ciphertext)))
}

/** SHA-256 of bytes, in hex: of a sealed bid what its receipt names, as `sha256sum` prints it. */
export function sha256Of(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}
