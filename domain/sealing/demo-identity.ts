import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { identityOf } from '@/sealing/identity'

/**
 * The own key of a custodian of the demo world, which everybody may know: a visitor is to see what custodians do. A real
 * custodian's key is made on its own machine and never comes near the portal.
 */
export function demoIdentity(email: string): string {
  return identityOf(sha256(utf8ToBytes(`custodian of the demo world: ${email}`)))
}
