import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { keyShares, openings, releasedShares } from '@/db/schema/sealing'
import type { Actor } from '@/lib/access/actor'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { seal, unseal } from '@/lib/secrets'
import { fromBase64 } from '@/sealing/base64'
import { isSecretOf } from '@/sealing/open'
import { combineShares, hashOfShare } from '@/sealing/share'
import { THRESHOLD } from '@/sealing/thresholds'
import { lockOpening, type Opening, purposeOf } from './lock-opening'

type Subject = { opening: Opening; share: typeof keyShares.$inferSelect }

/**
 * A custodian releases its share for an opening that was begun (R8.3), never before: its browser unwrapped it with the
 * custodian's own key. With the third the secret is rebuilt, and must be that of the published recipient. Shares are kept
 * sealed at rest until the opening is finished, so that a restart asks nobody twice.
 * Refuses with `share.wrong`, `share.released`, `opening.unlocked`, `opening.wrong-secret`, `round.wrong-state`.
 */
export const releaseShare = operation('share.release', {
  input: z.strictObject({
    roundId: z.string().max(64),
    share: z.string({ error: 'Unwrap your share first.' }).max(1000),
  }),
  subject: (tx, { roundId }, actor) => readSubject(tx, roundId, actor),
  async check({ tx, input, subject: { opening, share } }) {
    if (opening.round.state !== 'bidding') throw refuse('round.wrong-state', { state: opening.round.state })
    if (opening.unlockedAt) throw refuse('opening.unlocked')
    const given = fromBase64(input.share)
    if (!given || hashOfShare(given) !== share.sha256) throw refuse('share.wrong')
    if ((await releasedBy(tx, opening.roundId)).some(({ userId }) => userId === share.userId))
      throw refuse('share.released')
  },
  async run({ tx, at, input, subject: { opening, share } }) {
    const { roundId } = opening
    const own = seal(purposeOf(roundId), fromBase64(input.share) ?? new Uint8Array())
    await tx.insert(releasedShares).values({ roundId, userId: share.userId, share: own, at })
    const released = await releasedBy(tx, roundId)
    if (released.length >= THRESHOLD) await unlock(tx, opening, released, at)
    return {
      result: { released: released.length },
      audit: { object: roundId, facts: { share: share.sha256, released: released.length } },
      announce: [topics.round(roundId)],
    }
  },
})

/** Fails closed: a secret of another recipient opens nothing, and the share that came last is not kept. */
async function unlock(tx: Tx, { roundId, recipient }: Opening, released: Released, at: Date): Promise<void> {
  const purpose = purposeOf(roundId)
  const shares = released.flatMap(({ share }) => (share ? [unseal(purpose, share)] : []))
  const secret = await combineShares(shares).catch(() => '')
  if (!(await isSecretOf(secret, recipient))) throw refuse('opening.wrong-secret')
  await tx
    .update(openings)
    .set({ unlockedAt: at, keptSecret: seal(purpose, new TextEncoder().encode(secret)) })
    .where(eq(openings.roundId, roundId))
}

type Released = Awaited<ReturnType<typeof releasedBy>>

function releasedBy(tx: Tx, roundId: string) {
  return tx.select().from(releasedShares).where(eq(releasedShares.roundId, roundId))
}

async function readSubject(tx: Tx, roundId: string, actor: Actor): Promise<Subject | undefined> {
  const opening = await lockOpening(tx, roundId)
  if (!opening || actor.kind !== 'person') return undefined
  const [share] = await tx
    .select()
    .from(keyShares)
    .where(and(eq(keyShares.keyId, opening.keyId), eq(keyShares.userId, actor.userId)))
  return share && { opening, share }
}
