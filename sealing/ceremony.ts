import { generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { toBase64 } from './base64'
import { encryptTo } from './seal'
import { combineShares, hashOfShare, proofKeyOf, splitSecret } from './share'
import { SHARES, THRESHOLD } from './thresholds'

/** Who is to hold a share: the custodian’s id in the portal and its own hybrid recipient. */
export type Holder = { custodian: string; recipient: string }

/** A share as it is published: wrapped to its holder (base64), its SHA-256 and the key that checks its proofs (hex). */
export type PublishedShare = Holder & { sha256: string; proofKey: string; wrapped: string }

/** What a ceremony leaves behind: everything but the secret. */
export type Ceremony = {
  v: 1
  round: string
  recipient: string
  threshold: number
  shares: PublishedShare[]
}

/**
 * Makes the key of a round, splits it and wraps each share to its holder (R8.2). The secret is used to check that any
 * three shares give it back, and then dropped: it is in no result.
 * @throws {RangeError} unless there are five different holders
 */
export async function holdCeremony(round: string, holders: readonly Holder[]): Promise<Ceremony> {
  const different = new Set(holders.flatMap(({ custodian, recipient }) => [custodian, recipient]))
  if (holders.length !== SHARES || different.size !== 2 * SHARES)
    throw new RangeError(`A ceremony needs ${SHARES} different custodians with a key of their own each.`)
  const secret = await generateHybridIdentity()
  const shares = await splitSecret(secret)
  await checkShares(shares, secret)
  const published = holders.map(async (holder, index): Promise<PublishedShare> => {
    const share = shares[index] as Uint8Array
    const wrapped = toBase64(await encryptTo(holder.recipient, share))
    return { ...holder, sha256: hashOfShare(share), proofKey: proofKeyOf(share), wrapped }
  })
  return {
    v: 1,
    round,
    recipient: await identityToRecipient(secret),
    threshold: THRESHOLD,
    shares: await Promise.all(published),
  }
}

/** Any three must give the secret back; a key of which that is not so would never open anything. */
async function checkShares(shares: readonly Uint8Array[], secret: string): Promise<void> {
  for (const a of shares)
    for (const b of shares.slice(shares.indexOf(a) + 1))
      for (const c of shares.slice(shares.indexOf(b) + 1))
        if ((await combineShares([a, b, c])) !== secret)
          throw new Error('The shares do not give the secret back.')
}
