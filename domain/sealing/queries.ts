import { and, asc, desc, eq, inArray, isNotNull, like, ne, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { bidAttempts, bidders } from '@/db/schema/auctions'
import { users } from '@/db/schema/people'
import { lots, phases, rounds } from '@/db/schema/rounds'
import { keyShares, openedBids, openings, releasedShares, roundKeys, shareProofs } from '@/db/schema/sealing'
import { env } from '@/env'
import { databaseClock } from '@/lib/database-clock'
import { query } from '@/lib/query'
import { unseal } from '@/lib/secrets'
import type { VoidReason } from '@/sealing/open'
import { newChallenge } from './challenge'
import { countBoxes } from './count-boxes'
import { currentCustodians } from './current-custodians'
import { demoIdentity } from './demo-identity'
import { purposeOf } from './lock-opening'
import { provenKey } from './round-key'

/** Sealed rounds with their keys and openings, and who the custodians are: for officers and the auditor. */
export const sealingOverview = query('sealing.manage', async ({ db }) => ({
  custodians: await currentCustodians(db),
  rounds: await Promise.all(
    (await sealedRounds(db)).map(async (round) => ({ ...round, ...(await stateOf(db, round.id)) })),
  ),
}))

/** One sealed round: every key with its shares and proofs, and the opening as far as it is. */
export const sealingOfRound = query(
  'sealing.manage',
  async ({
    db,
    actor,
    input: roundId,
  }: {
    db: Reader
    actor: { roles: readonly string[] }
    input: string
  }) => {
    const [round] = await sealedRounds(db, roundId)
    if (!round) return undefined
    const keys = await db
      .select()
      .from(roundKeys)
      .where(eq(roundKeys.roundId, roundId))
      .orderBy(desc(roundKeys.version))
    const shares = await sharesOf(
      db,
      keys.map(({ id }) => id),
    )
    const state = await stateOf(db, roundId)
    const { opening } = state
    const kept = actor.roles.includes('auditor') && opening?.finishedAt ? opening.keptSecret : null
    return {
      round,
      ...state,
      keys: keys.map((key) => ({ ...key, shares: shares.filter(({ keyId }) => keyId === key.id) })),
      voids: await voidBids(db, roundId),
      custodians: await currentCustodians(db),
      secret:
        opening?.publishedSecret ?? (kept && new TextDecoder().decode(unseal(purposeOf(roundId), kept))),
    }
  },
)

/** What a custodian has to do: its own key, and each share it holds with whether it has proven and released it. */
export const ownCustody = query(
  'sealing.own',
  async ({ db, actor }: { db: Reader; actor: { userId: string; email: string }; input: undefined }) => {
    const { userId } = actor
    const own = (await currentCustodians(db)).find((each) => each.userId === userId)
    const at = await databaseClock(db)
    const held = await db
      .select({ share: keyShares, version: roundKeys.version, round: rounds, phase: phases.number })
      .from(keyShares)
      .innerJoin(roundKeys, eq(roundKeys.id, keyShares.keyId))
      .innerJoin(rounds, eq(rounds.id, roundKeys.roundId))
      .innerJoin(phases, eq(phases.id, rounds.phaseId))
      .where(and(eq(keyShares.userId, userId), ne(rounds.state, 'cancelled')))
      .orderBy(desc(roundKeys.publishedAt))
    const shares = held.map(async ({ share, version, round, phase }) => {
      const [proof] = await proofsOf(db, [share.keyId], userId)
      const { opening, released } = await stateOf(db, round.id)
      const asked = opening?.keyId === share.keyId && opening.unlockedAt === null && round.state === 'bidding'
      return {
        ...share,
        version,
        round,
        phase,
        provenAt: proof?.at ?? null,
        challenge: newChallenge(share, at),
        asked,
        releasedAt: released.find((each) => each.userId === userId)?.at ?? null,
        over: opening !== null || ['closed', 'final'].includes(round.state),
      }
    })
    return { own, shares: await Promise.all(shares), demo: env.DEMO ? demoIdentity(actor.email) : null }
  },
)

function sealedRounds(db: Reader, roundId?: string) {
  return db
    .select({
      id: rounds.id,
      number: rounds.number,
      phase: phases.number,
      name: rounds.name,
      state: rounds.state,
      zone: rounds.zone,
      biddingOpensAt: rounds.biddingOpensAt,
      biddingClosesAt: rounds.biddingClosesAt,
    })
    .from(rounds)
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(
      and(
        like(rounds.format, 'sealed-%'),
        eq(rounds.practice, false),
        roundId ? eq(rounds.id, roundId) : undefined,
      ),
    )
    .orderBy(desc(rounds.biddingOpensAt))
}

/** Which key counts, how many proofs the newest has, and how far the opening is. */
async function stateOf(db: Reader, roundId: string) {
  const [newest] = await db
    .select({ id: roundKeys.id, version: roundKeys.version })
    .from(roundKeys)
    .where(eq(roundKeys.roundId, roundId))
    .orderBy(desc(roundKeys.version))
    .limit(1)
  const proofs = newest ? await proofsOf(db, [newest.id]) : []
  const [opening] = await db.select().from(openings).where(eq(openings.roundId, roundId))
  const released = await db
    .select({ userId: releasedShares.userId, at: releasedShares.at })
    .from(releasedShares)
    .where(eq(releasedShares.roundId, roundId))
    .orderBy(asc(releasedShares.at))
  return {
    newest,
    proofs: new Set(proofs.map(({ userId }) => userId)).size,
    provenKeyId: (await provenKey(db, roundId))?.keyId,
    opening: opening ?? null,
    released,
    boxes: await countBoxes(db, roundId),
  }
}

async function sharesOf(db: Reader, keyIds: readonly string[]) {
  if (keyIds.length === 0) return []
  const rows = await db
    .select({ share: keyShares, name: users.name })
    .from(keyShares)
    .innerJoin(users, eq(users.id, keyShares.userId))
    .where(inArray(keyShares.keyId, [...keyIds]))
    .orderBy(asc(keyShares.position))
  const proofs = await proofsOf(db, keyIds)
  return rows.map(({ share, name }) => ({
    ...share,
    name,
    provenAt:
      proofs.find(({ keyId, userId }) => keyId === share.keyId && userId === share.userId)?.at ?? null,
  }))
}

/** The latest proof of each share. */
function proofsOf(db: Reader, keyIds: readonly string[], userId?: string) {
  return db
    .select({
      keyId: shareProofs.keyId,
      userId: shareProofs.userId,
      at: sql<Date>`max(${shareProofs.at})`.mapWith(shareProofs.at),
    })
    .from(shareProofs)
    .where(and(inArray(shareProofs.keyId, [...keyIds]), userId ? eq(shareProofs.userId, userId) : undefined))
    .groupBy(shareProofs.keyId, shareProofs.userId)
}

/** Sealed bids that did not count, in the order received, each with its reason (R8.3). */
function voidBids(db: Reader, roundId: string) {
  return db
    .select({
      id: bidAttempts.id,
      label: lots.label,
      paddle: bidders.paddle,
      at: bidAttempts.decidedAt,
      reason: sql<VoidReason>`${openedBids.voidReason}`,
    })
    .from(openedBids)
    .innerJoin(bidAttempts, eq(bidAttempts.id, openedBids.attemptId))
    .innerJoin(lots, eq(lots.id, bidAttempts.lotId))
    .innerJoin(bidders, eq(bidders.id, bidAttempts.bidderId))
    .where(and(eq(openedBids.roundId, roundId), isNotNull(openedBids.voidReason)))
    .orderBy(asc(bidAttempts.ordinal))
}
