import { and, countDistinct, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { keyShares, roundKeys, shareProofs } from '@/db/schema/sealing'
import { addAnnouncement } from '@/domain/rounds/announce-in-round'
import { courseLetters } from '@/domain/rounds/letters'
import { lockRound, type Round } from '@/domain/rounds/lock-round'
import type { Actor } from '@/lib/access/actor'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { holdsShare } from '@/sealing/share'
import { PROOFS_NEEDED } from '@/sealing/thresholds'
import { isFreshChallenge } from './challenge'

const RENEWED =
  'The sealed bids of this round have a new key, because too few custodians of the old one were left. A bid that was handed in before can no longer be opened: please hand it in again before the close.'

/**
 * A custodian proves that it holds its share (R8.2), by a signature that only the share can make; the share itself stays
 * on its machine. It can be done as often as wanted: each shows that the share is still there.
 * Refuses with `share.wrong-proof`, `share.stale`, `share.proven`, `share.too-late`, `round.wrong-state`.
 */
export const proveShare = operation('share.prove', {
  input: z.strictObject({
    keyId: z.string().max(64),
    challenge: z.string().max(300),
    proof: z.string({ error: 'Unwrap your share first.' }).max(200),
  }),
  subject: (tx, { keyId }, actor) => readShare(tx, keyId, actor),
  async check({ tx, at, input: { keyId, challenge, proof }, subject: { round, share } }) {
    if (['closed', 'final', 'cancelled'].includes(round.state))
      throw refuse('round.wrong-state', { state: round.state })
    if (!isFreshChallenge(challenge, share, at)) throw refuse('share.stale')
    if (!holdsShare(share.proofKey, challenge, proof)) throw refuse('share.wrong-proof')
    // A key that took effect after the close would leave nobody time to hand a bid in again.
    if (
      round.state === 'bidding' &&
      at >= round.biddingClosesAt &&
      (await countProofs(tx, keyId)) < PROOFS_NEEDED
    )
      throw refuse('share.too-late')
  },
  async run({ tx, at, input: { keyId, challenge, proof }, subject: { round, share, version } }) {
    const before = await countProofs(tx, keyId)
    await tx
      .insert(shareProofs)
      .values({ id: newId('prf', at), keyId, userId: share.userId, challenge, proof, at })
    const proofs = await countProofs(tx, keyId)
    const renewed = round.state === 'bidding' && before < PROOFS_NEEDED && proofs >= PROOFS_NEEDED
    if (renewed) await addAnnouncement(tx, round.id, at, RENEWED)
    return {
      result: { proofs },
      audit: {
        object: round.id,
        facts: { keyVersion: version, share: share.sha256, proofs, challenge, proof },
      },
      letters: renewed ? await courseLetters(tx, round, 'has a new key', RENEWED) : [],
      announce: [topics.round(round.id)],
    }
  },
})

/** How many custodians have proven their share of the key. */
async function countProofs(tx: Tx, keyId: string): Promise<number> {
  const [row] = await tx
    .select({ count: countDistinct(shareProofs.userId) })
    .from(shareProofs)
    .where(eq(shareProofs.keyId, keyId))
  return row?.count ?? 0
}

type Subject = { round: Round; version: number; share: typeof keyShares.$inferSelect }

async function readShare(tx: Tx, keyId: string, actor: Actor): Promise<Subject | undefined> {
  if (actor.kind !== 'person') return undefined
  const [row] = await tx
    .select({ share: keyShares, roundId: roundKeys.roundId, version: roundKeys.version })
    .from(keyShares)
    .innerJoin(roundKeys, eq(roundKeys.id, keyShares.keyId))
    .where(and(eq(keyShares.keyId, keyId), eq(keyShares.userId, actor.userId)))
  const round = row && (await lockRound(tx, row.roundId))
  return round && { round, version: row.version, share: row.share }
}
