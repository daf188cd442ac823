import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { decisions } from '@/db/schema/reviews'
import { scoreAfter } from '@/domain/reconsiderations/rules'
import { freezeScoresAnew } from '@/domain/rounds/freeze-scores'
import type { Round } from '@/domain/rounds/lock-round'

/**
 * Lets an application into the bidding after all (R6.7), with a score that passes, and freezes the round's scores anew
 * (R6.8). The caller holds the round's lock, and bidding is still to open. Answers the new hash of the scores.
 */
export async function overturnDecision(
  tx: Tx,
  round: Round,
  { applicationId, scoreHundredths }: typeof decisions.$inferSelect,
): Promise<string> {
  await tx
    .update(decisions)
    .set({
      outcome: 'qualified',
      scoreHundredths: scoreAfter(scoreHundredths, round.settings.passLineHundredths),
    })
    .where(eq(decisions.applicationId, applicationId))
  return freezeScoresAnew(tx, round.id)
}
