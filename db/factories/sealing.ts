import { identityToRecipient } from 'age-encryption'
import { eq, inArray } from 'drizzle-orm'
import { database } from '@/db/client'
import { custodianKeys, keyShares, roundKeys, shareProofs } from '@/db/schema/sealing'
import { sealHere } from '@/domain/bids/seal-bid'
import { beginOpening } from '@/domain/sealing/begin-opening'
import { openBids } from '@/domain/sealing/open-bids'
import { releaseShare } from '@/domain/sealing/release-share'
import { PROOFS_NEEDED } from '@/domain/sealing/rules'
import { type Person, personById, systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { fromBase64, toBase64 } from '@/sealing/base64'
import { identityOf } from '@/sealing/identity'
import { encryptTo } from '@/sealing/seal'
import { hashOfShare, proofKeyOf, SHARES, splitSecret, unwrapShare } from '@/sealing/share'
import { approve } from './approvals'
import { makePerson } from './people'

/** Custodians whose keys everyone knows, and rounds whose secret can be told from their id: for tests alone. */

const seedOf = (text: string) => Buffer.from(sha256Hex(`only for tests: ${text}`), 'hex')

/** The own key of a custodian of the tests, 0 to 4. */
export const custodianIdentity = (index: number) => identityOf(seedOf(`custodian ${index}`))

/** The secret of a round that `makeRoundKey` gave a key. */
export const secretOfRound = (roundId: string) => identityOf(seedOf(roundId))

/** The five custodians of a database, the same ones whoever asks. */
export async function makeCustodians(): Promise<{ person: Person; recipient: string }[]> {
  const recipients = await Promise.all(
    Array.from({ length: SHARES }, (_, index) => identityToRecipient(custodianIdentity(index))),
  )
  const known = await database()
    .select()
    .from(custodianKeys)
    .where(inArray(custodianKeys.recipient, recipients))
  const made = []
  for (const [index, recipient] of recipients.entries()) {
    const row = known.find((key) => key.recipient === recipient)
    const person = row
      ? (await personById(database(), row.userId, 2))!
      : await makePerson({ roles: ['custodian'], name: `Custodian ${index + 1}` })
    if (!row)
      await database()
        .insert(custodianKeys)
        .values({
          id: newId('cky', processNow()),
          userId: person.userId,
          recipient,
          employer: `Example Employer ${(index % 3) + 1} (fictional)`,
          registeredAt: processNow(),
        })
    made.push({ person, recipient })
  }
  return made
}

/** Gives a round a key with so many proofs, as ceremony and drill would. */
export async function makeRoundKey(
  roundId: string,
  proofs: number = PROOFS_NEEDED,
): Promise<{ keyId: string }> {
  const custodians = await makeCustodians()
  const at = processNow()
  const keyId = newId('rky', at)
  const secret = secretOfRound(roundId)
  const shares = await splitSecret(secret)
  const recipient = await identityToRecipient(secret)
  await database()
    .insert(roundKeys)
    .values({
      id: keyId,
      roundId,
      version: 1,
      recipient,
      ceremonyHash: sha256Hex(recipient),
      publishedAt: at,
    })
  const rows = custodians.map(async ({ person, recipient: own }, index) => {
    const share = shares[index]!
    return {
      keyId,
      userId: person.userId,
      position: index + 1,
      recipient: own,
      sha256: hashOfShare(share),
      proofKey: proofKeyOf(share),
      wrapped: toBase64(await encryptTo(own, share)),
    }
  })
  await database()
    .insert(keyShares)
    .values(await Promise.all(rows))
  const proven = custodians.slice(0, proofs).map(({ person }) => ({
    id: newId('prf', at),
    keyId,
    userId: person.userId,
    challenge: newId('challenge', at),
    proof: 'made by a factory',
    at,
  }))
  if (proven.length > 0) await database().insert(shareProofs).values(proven)
  return { keyId }
}

/** A sealed bid in the form that `placeBid` takes, and the key it was made for. */
export async function sealedFor(
  place: { round: string; lot: string; bidder: string; key?: string },
  amountMinor: bigint,
) {
  const key = place.key ?? newId('key', processNow())
  const body = await sealHere(database(), false, { ...place, key }, amountMinor)
  return { key, body }
}

/** The share of a custodian of the tests, in base64, as its browser unwraps it. */
export async function shareOf(keyId: string, index: number): Promise<string> {
  const rows = await database()
    .select()
    .from(keyShares)
    .where(eq(keyShares.keyId, keyId))
    .orderBy(keyShares.position)
  const share = await unwrapShare(fromBase64(rows[index]!.wrapped)!, custodianIdentity(index))
  return toBase64(share!)
}

/** Two officers begin the opening and three custodians release their shares; false when bidding is not over yet. */
export async function letOpen(roundId: string): Promise<boolean> {
  const [dana, miro] = [
    await makePerson({ roles: ['programme-officer'] }),
    await makePerson({ roles: ['programme-officer'] }),
  ]
  if (!(await approve(await beginOpening(dana, { roundId }), miro)).ok) return false
  const [key] = await database().select().from(roundKeys).where(eq(roundKeys.roundId, roundId))
  const custodians = await makeCustodians()
  for (const index of [0, 2, 4]) {
    const released = await releaseShare(custodians[index]!.person, {
      roundId,
      share: await shareOf(key!.id, index),
    })
    if (!released.ok) throw new Error(released.error.code)
  }
  return true
}

/** The same, and every bid is opened, as the worker would. */
export async function holdOpening(roundId: string): Promise<void> {
  if (!(await letOpen(roundId))) throw new Error(`The opening of ${roundId} could not begin.`)
  for (;;) {
    const opened = await openBids(systemActor('schedule'), { roundId })
    if (!opened.ok) throw new Error(opened.error.code)
    if (opened.value.finished) return
  }
}
