import { Decrypter, identityToRecipient } from 'age-encryption'
import { sha256Of } from './commitment'
import { type Content, fromPlain, type Place } from './content'
import { isEnvelope } from './envelope'

/** A sealed bid as it was handed in: what it is, and where the record says that it belongs. */
export type SealedBid = Place & { ciphertext: Uint8Array }

/** Why a sealed bid does not count (R8.3). `copied`: its nonce is that of an earlier bid of somebody else. */
export const voidReasons = [
  'unreadable',
  'not-canonical',
  'wrong-round',
  'wrong-lot',
  'wrong-bidder',
  'wrong-key',
  'copied',
] as const
export type VoidReason = (typeof voidReasons)[number]

/** `plainHash` is the SHA-256 of the plaintext in hex, where there was one. */
export type Opened =
  | { amountMinor: bigint; nonce: string; plainHash: string }
  | { void: VoidReason; plainHash: string | null }

export type Opener = (bid: SealedBid) => Promise<Opened>

/** Whether a secret is that of a recipient. */
export async function isSecretOf(secret: string, recipient: string): Promise<boolean> {
  return (await identityToRecipient(secret).catch(() => '')) === recipient
}

/** Opens sealed bids with the secret of their round, one by one. Never throws for what a bidder wrote. */
export function openerWith(secret: string): Opener {
  const decrypter = new Decrypter()
  decrypter.addIdentity(secret)
  return async (bid) => {
    if (!isEnvelope(bid.ciphertext)) return { void: 'not-canonical', plainHash: null }
    const plain = await decrypter.decrypt(bid.ciphertext).catch(() => undefined)
    if (!plain) return { void: 'unreadable', plainHash: null }
    const plainHash = sha256Of(plain)
    const content = fromPlain(plain)
    const reason = content ? misplaced(content, bid) : 'not-canonical'
    if (!content || reason) return { void: reason ?? 'not-canonical', plainHash }
    return { amountMinor: content.amountMinor, nonce: content.nonce, plainHash }
  }
}

/**
 * Opens all bids of a round, in the order received, with the round’s secret: what anyone repeats once it is published.
 * A bad one voids itself alone.
 */
export async function openBids(bids: readonly SealedBid[], secret: string): Promise<Opened[]> {
  const open = openerWith(secret)
  const firstWith = new Map<string, string>()
  const opened: Opened[] = []
  for (const bid of bids) opened.push(withoutCopies(await open(bid), bid.bidder, firstWith))
  return opened
}

/** Voids what bears the nonce of somebody else’s earlier bid. `firstWith`: whose nonce each is; grows. */
export function withoutCopies(opened: Opened, bidder: string, firstWith: Map<string, string>): Opened {
  if ('void' in opened) return opened
  const first = firstWith.get(opened.nonce) ?? bidder
  firstWith.set(opened.nonce, first)
  return first === bidder ? opened : { void: 'copied', plainHash: opened.plainHash }
}

function misplaced(content: Content, place: Place): VoidReason | undefined {
  if (content.round !== place.round) return 'wrong-round'
  if (content.lot !== place.lot) return 'wrong-lot'
  if (content.bidder !== place.bidder) return 'wrong-bidder'
  return content.key === place.key ? undefined : 'wrong-key'
}
