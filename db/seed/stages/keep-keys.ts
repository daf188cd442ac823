import { identityToRecipient } from 'age-encryption'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { keyShares, roundKeys } from '@/db/schema/sealing'
import { beginOpening } from '@/domain/sealing/begin-opening'
import { newChallenge } from '@/domain/sealing/challenge'
import { demoIdentity } from '@/domain/sealing/demo-identity'
import { openBids } from '@/domain/sealing/open-bids'
import { proveShare } from '@/domain/sealing/prove-share'
import { publishKey } from '@/domain/sealing/publish-key'
import { registerKey } from '@/domain/sealing/register-key'
import { releaseShare } from '@/domain/sealing/release-share'
import { type Person, systemActor } from '@/lib/access/actor'
import { fromBase64, toBase64 } from '@/sealing/base64'
import { holdCeremony } from '@/sealing/ceremony'
import { proveShare as proofOf, unwrapShare } from '@/sealing/share'
import { THRESHOLD } from '@/sealing/thresholds'
import { byTwo, done, type World } from '../world'
import type { OpenedRound } from './open-round'

/** Each custodian registers its own key. */
export async function registerCustodians({ custodians }: World): Promise<void> {
  for (const [index, person] of custodians.entries())
    await done(
      registerKey(person, {
        recipient: await identityToRecipient(demoIdentity(person.email)),
        employer: `${['Example Counsel LLP', 'Example Auditors', 'Example University'][index % 3]} (fictional)`,
      }),
    )
}

/** The ceremony of a round's key, its publication by two officers, and the proofs of the first custodians. */
export async function giveKey(world: World, round: OpenedRound, proofs: number): Promise<void> {
  const { custodians, dana, miro, clock } = world
  const holders = custodians.map(async ({ userId, email }) => ({
    custodian: userId,
    recipient: await identityToRecipient(demoIdentity(email)),
  }))
  const ceremony = JSON.stringify(await holdCeremony(round.id, await Promise.all(holders)))
  await byTwo(publishKey(dana, { roundId: round.id, ceremony }), miro)
  for (const person of custodians.slice(0, proofs)) {
    const { keyId, sha256, share } = await shareOf(round, person)
    const challenge = newChallenge({ keyId, sha256 }, await clock.read())
    await done(proveShare(person, { keyId, challenge, proof: proofOf(share, challenge) }))
  }
}

/** Two officers begin the opening, three custodians release their shares, and the worker opens every bid. */
export async function openUnderSeal({ custodians, dana, miro }: World, round: OpenedRound): Promise<void> {
  const roundId = round.id
  await byTwo(beginOpening(dana, { roundId }), miro)
  for (const person of custodians.slice(0, THRESHOLD)) {
    const { share } = await shareOf(round, person)
    await done(releaseShare(person, { roundId, share: toBase64(share) }))
  }
  while (!(await done(openBids(systemActor('schedule'), { roundId }))).finished);
}

async function shareOf(round: OpenedRound, { userId, email }: Person) {
  const rows = await database()
    .select()
    .from(keyShares)
    .innerJoin(roundKeys, eq(roundKeys.id, keyShares.keyId))
    .where(eq(roundKeys.roundId, round.id))
  const own = rows.map((row) => row.key_shares).find((row) => row.userId === userId)
  const share = own && (await unwrapShare(fromBase64(own.wrapped) ?? new Uint8Array(), demoIdentity(email)))
  if (!own || !share) throw new Error(`${email} holds no share of round ${round.id}.`)
  return { keyId: own.keyId, sha256: own.sha256, share }
}
