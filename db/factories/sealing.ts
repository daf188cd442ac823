import { identityToRecipient } from 'age-encryption'
import { eq, inArray } from 'drizzle-orm'
import { database } from '@/db/client'
import { custodianKeys, keyShares, openings, roundKeys, shareProofs } from '@/db/schema/sealing'
import { sealHere } from '@/domain/bids/seal-bid'
import { beginOpening } from '@/domain/sealing/begin-opening'
import { openBids } from '@/domain/sealing/open-bids'
import { releaseShare } from '@/domain/sealing/release-share'
import { type Person, personById, systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { fromBase64, toBase64 } from '@/sealing/base64'
import { identityOf } from '@/sealing/identity'
import { encryptTo } from '@/sealing/seal'
import { hashOfShare, proofKeyOf, splitSecret, unwrapShare } from '@/sealing/share'
import { PROOFS_NEEDED, SHARES } from '@/sealing/thresholds'
import { approve, decline } from './approvals'
import { makePerson } from './people'

/**
 * Custodians whose keys everyone knows, and round keys of which each process makes one once, however many databases it
 * uses them in: key pairs and wrapped shares take longer than all the rows of a round. For tests alone.
 */

const seedOf = (text: string) => Buffer.from(sha256Hex(`only for tests: ${text}`), 'hex')

/** The own key of a custodian of the tests, 0 to 4. */
export const custodianIdentity = (index: number) => identityOf(seedOf(`custodian ${index}`))

let recipientsOfCustodians: Promise<string[]> | undefined
const custodianRecipients = () => {
  recipientsOfCustodians ??= Promise.all(
    Array.from({ length: SHARES }, (_, index) => identityToRecipient(custodianIdentity(index))),
  )
  return recipientsOfCustodians
}

type MadeShare = { sha256: string; proofKey: string; wrapped: string }
type MadeKey = { secret: string; recipient: string; shares: MadeShare[] }

const madeKeys: Promise<MadeKey>[] = []
/** By its wrapped form, the share: what has been wrapped or unwrapped here before. */
const unwrapped = new Map<string, Uint8Array>()
/** By round id. */
const secrets = new Map<string, string>()

/** The key with this number, the same in every process. */
function madeKey(number: number): Promise<MadeKey> {
  madeKeys[number] ??= makeKey(identityOf(seedOf(`round key ${number}`)))
  return madeKeys[number]
}

async function makeKey(secret: string): Promise<MadeKey> {
  const recipients = await custodianRecipients()
  const shares = (await splitSecret(secret)).map(async (share, index): Promise<MadeShare> => {
    const wrapped = toBase64(await encryptTo(recipients[index]!, share))
    unwrapped.set(wrapped, share)
    return { sha256: hashOfShare(share), proofKey: proofKeyOf(share), wrapped }
  })
  return { secret, recipient: await identityToRecipient(secret), shares: await Promise.all(shares) }
}

/** The secret of a round to which `makeRoundKey` gave a key in this process. */
export function secretOfRound(roundId: string): string {
  const secret = secrets.get(roundId)
  if (!secret) throw new Error(`No key was made for ${roundId} here.`)
  return secret
}

/** The five custodians of a database, the same ones whoever asks. */
export async function makeCustodians(): Promise<{ person: Person; recipient: string }[]> {
  const recipients = await custodianRecipients()
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
  const { secret, shares } = await takeKey(keyId, roundId)
  secrets.set(roundId, secret)
  const holders = custodians.map(({ person, recipient }, index) => ({
    keyId,
    userId: person.userId,
    position: index + 1,
    recipient,
    ...shares[index]!,
  }))
  await database().insert(keyShares).values(holders)
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

/** The first key that no round of this database has, published for this one. */
async function takeKey(id: string, roundId: string): Promise<MadeKey> {
  for (let number = await database().$count(roundKeys); ; number++) {
    const key = await madeKey(number)
    const { recipient } = key
    const ceremonyHash = sha256Hex(recipient)
    const taken = await database()
      .insert(roundKeys)
      .values({ id, roundId, version: 1, recipient, ceremonyHash, publishedAt: processNow() })
      .onConflictDoNothing({ target: roundKeys.recipient })
      .returning({ id: roundKeys.id })
    if (taken.length > 0) return key
  }
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

/** A share, unwrapped with the own key of a custodian of the tests. */
export async function unwrapAs(index: number, wrapped: string): Promise<Uint8Array> {
  const share = unwrapped.get(wrapped) ?? (await unwrapShare(fromBase64(wrapped)!, custodianIdentity(index)))!
  unwrapped.set(wrapped, share)
  return share
}

/** The share of a custodian of the tests, in base64, as its browser unwraps it. */
export async function shareOf(keyId: string, index: number): Promise<string> {
  const rows = await database()
    .select()
    .from(keyShares)
    .where(eq(keyShares.keyId, keyId))
    .orderBy(keyShares.position)
  return toBase64(await unwrapAs(index, rows[index]!.wrapped))
}

/** What a share is refused with that was released before. */
const AT_ANOTHER_TRY = ['share.released', 'opening.unlocked']

/**
 * Two officers begin the opening and three custodians release their shares; false when bidding is not over yet. Where it
 * was broken off, it goes on.
 */
export async function letOpen(roundId: string): Promise<boolean> {
  const [begun] = await database().select().from(openings).where(eq(openings.roundId, roundId))
  if (!begun) {
    const [dana, miro] = [
      await makePerson({ roles: ['programme-officer'] }),
      await makePerson({ roles: ['programme-officer'] }),
    ]
    const asked = await beginOpening(dana, { roundId })
    if (!(await approve(asked, miro)).ok) {
      // A request that came a moment too early does not stand in the way of the next.
      if (asked.ok) await decline(asked.value.approvalId, miro)
      return false
    }
  }
  const [key] = await database().select().from(roundKeys).where(eq(roundKeys.roundId, roundId))
  const custodians = await makeCustodians()
  for (const index of [0, 2, 4]) {
    const released = await releaseShare(custodians[index]!.person, {
      roundId,
      share: await shareOf(key!.id, index),
    })
    if (!released.ok && !AT_ANOTHER_TRY.includes(released.error.code)) throw new Error(released.error.code)
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
