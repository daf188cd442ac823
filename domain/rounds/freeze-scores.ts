import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { decisions } from '@/db/schema/reviews'
import { rounds } from '@/db/schema/rounds'
import { hashOf } from '@/lib/hash'
import type { Round } from './lock-round'

/**
 * Freezes the plan scores of a round's released decisions by hash, once and before bidding opens (R6.8): what enters
 * the price, or breaks a tie, cannot change afterwards unseen. The caller holds the round's lock.
 * The hash is over the canonical JSON of `[{ application, lot, outcome, scoreHundredths }]` by application id.
 */
export async function freezeScores(tx: Tx, round: Round): Promise<void> {
  if (round.scoresHash === null) await freezeScoresAnew(tx, round.id)
}

/** The same once more, while bidding is still to open: a reconsideration let somebody in. Answers the new hash. */
export async function freezeScoresAnew(tx: Tx, roundId: string): Promise<string> {
  const frozen = await tx
    .select({
      application: applications.id,
      lot: applications.lotId,
      outcome: decisions.outcome,
      scoreHundredths: decisions.scoreHundredths,
    })
    .from(decisions)
    .innerJoin(applications, eq(applications.id, decisions.applicationId))
    .where(and(eq(applications.roundId, roundId), isNotNull(decisions.releasedAt)))
    .orderBy(asc(applications.id))
  const scoresHash = hashOf(frozen)
  await tx.update(rounds).set({ scoresHash }).where(eq(rounds.id, roundId))
  return scoresHash
}

/** The hash of a round’s frozen scores; null before they are. */
export async function frozenScores(tx: Tx, roundId: string): Promise<string | null> {
  const [row] = await tx.select({ hash: rounds.scoresHash }).from(rounds).where(eq(rounds.id, roundId))
  return row?.hash ?? null
}
