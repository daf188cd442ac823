import { and, eq, isNotNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { decisions } from '@/db/schema/reviews'
import { rounds } from '@/db/schema/rounds'
import { deriveKey } from '@/lib/secrets'
import { hashOfScores, leafOfScore } from '@/transcript/plan-scores'
import type { Round } from './lock-round'

/**
 * Freezes the plan scores of a round's released decisions by hash, once and before bidding opens (R6.8): what enters
 * the price, or breaks a tie, cannot change afterwards unseen. The caller holds the round's lock.
 * The hash is over a leaf for each plan, so that the transcript can show the scores of those who bid and no other.
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
  const leaves = frozen.map(({ application, ...plan }) =>
    leafOfScore({ ...plan, salt: saltOfScore(application) }),
  )
  const scoresHash = hashOfScores(leaves)
  await tx.update(rounds).set({ scoresHash }).where(eq(rounds.id, roundId))
  return scoresHash
}

/** What keeps the score of an application from being guessed from its leaf: 64 hex digits that only the portal can derive. */
export function saltOfScore(applicationId: string): string {
  return deriveKey(`plan-score:${applicationId}`).toString('hex')
}

/** The hash of a round’s frozen scores; null before they are. */
export async function frozenScores(tx: Tx, roundId: string): Promise<string | null> {
  const [row] = await tx.select({ hash: rounds.scoresHash }).from(rounds).where(eq(rounds.id, roundId))
  return row?.hash ?? null
}
